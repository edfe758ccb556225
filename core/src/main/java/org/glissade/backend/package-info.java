/** The tensor SPI: what runs a plan, on what machine, and where the parameters lie meanwhile. */
@NullMarked
package org.glissade.backend;

import org.jspecify.annotations.NullMarked;

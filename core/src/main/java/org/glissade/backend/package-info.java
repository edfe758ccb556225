/**
 * The tensor SPI: what runs a plan, on what machine, and where the parameters lie meanwhile. {@link
 * org.glissade.backend.BackendSelector} chooses among those that are there.
 */
@NullMarked
package org.glissade.backend;

import org.jspecify.annotations.NullMarked;

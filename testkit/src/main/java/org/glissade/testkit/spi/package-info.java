/** What the kits ask of every provider. */
@NullMarked
package org.glissade.testkit.spi;

import org.jspecify.annotations.NullMarked;

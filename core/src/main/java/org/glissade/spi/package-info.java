/**
 * What every kind of provider shares: how one is found by name ({@link org.glissade.spi.Catalog}),
 * which settings it takes ({@link org.glissade.spi.Setting}) and what it promises ({@link
 * org.glissade.spi.Trait}).
 */
@NullMarked
package org.glissade.spi;

import org.jspecify.annotations.NullMarked;

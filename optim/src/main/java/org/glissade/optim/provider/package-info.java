/**
 * Thin providers that offer every transform of this module by name, each with its settings and
 * traits.
 */
@NullMarked
package org.glissade.optim.provider;

import org.jspecify.annotations.NullMarked;

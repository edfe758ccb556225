/** Layers, initialisers, losses, metrics, models and their trainer. */
@NullMarked
package org.glissade.nn;

import org.jspecify.annotations.NullMarked;

/**
 * Checkpoints: one safetensors file for each, whose metadata are its manifest, written whole or not
 * at all and checked in every part when read.
 */
@NullMarked
package org.glissade.nn.checkpoint;

import org.jspecify.annotations.NullMarked;

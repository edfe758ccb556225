/**
 * Counter-based randomness: a random number is a pure function of a key and a position, so that it
 * is the same on every backend, for any number of threads, and after a resumed run.
 */
@NullMarked
package org.glissade.random;

import org.jspecify.annotations.NullMarked;

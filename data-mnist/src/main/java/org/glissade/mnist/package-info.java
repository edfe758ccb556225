/** MNIST and other data sets in the IDX format. */
@NullMarked
package org.glissade.mnist;

import org.jspecify.annotations.NullMarked;

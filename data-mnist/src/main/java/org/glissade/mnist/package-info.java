/**
 * The MNIST digits as data sets, from this module's own resources or from a folder of files like
 * them, and reading and writing of the IDX files that hold them.
 */
@NullMarked
package org.glissade.mnist;

import org.jspecify.annotations.NullMarked;

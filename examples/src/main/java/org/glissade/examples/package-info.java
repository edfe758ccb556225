/** Programs that a person runs from Maven, and their command line. */
@NullMarked
package org.glissade.examples;

import org.jspecify.annotations.NullMarked;

/** Programs that ND4J computes and Glissade updates. */
@NullMarked
package org.glissade.examples.nd4j;

import org.jspecify.annotations.NullMarked;

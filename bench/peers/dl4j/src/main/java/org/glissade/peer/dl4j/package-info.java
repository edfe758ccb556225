/** DL4J in the race, on ND4J's own native code. */
@NullMarked
package org.glissade.peer.dl4j;

import org.jspecify.annotations.NullMarked;

/** DJL in the race, on PyTorch, by its own trainer. */
@NullMarked
package org.glissade.peer.djl;

import org.jspecify.annotations.NullMarked;

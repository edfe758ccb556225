/**
 * libtorch in the race, through the bindings of bytedeco: eager, with foreach and fused updates.
 */
@NullMarked
package org.glissade.peer.libtorch;

import org.jspecify.annotations.NullMarked;

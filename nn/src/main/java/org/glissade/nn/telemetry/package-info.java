/**
 * What happened in a training: norms before and after each link of the chain and how often it acted
 * ({@link org.glissade.nn.telemetry.Telemetry}), which layer exploded or vanished first, and all of
 * it step by step as CSV and as event files of TensorBoard.
 */
@NullMarked
package org.glissade.nn.telemetry;

import org.jspecify.annotations.NullMarked;

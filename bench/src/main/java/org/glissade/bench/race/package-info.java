/**
 * The race: the same work done by Glissade and by its rivals, each in its own process, in turns, so
 * that all see the same machine; told as text, JSON and a chart.
 */
@NullMarked
package org.glissade.bench.race;

import org.jspecify.annotations.NullMarked;

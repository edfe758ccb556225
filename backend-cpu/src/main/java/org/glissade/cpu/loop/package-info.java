/**
 * Element-wise code compiled to loops: each piece of straight-line arithmetic becomes a hidden
 * class with one pass over its arrays, by the Vector API and by plain Java.
 */
@NullMarked
package org.glissade.cpu.loop;

import org.jspecify.annotations.NullMarked;

/**
 * From a described program to a plan: what is fused, in which order it runs, and where everything
 * lies in memory. A plan is data; making one needs no hardware.
 */
@NullMarked
package org.glissade.plan;

import org.jspecify.annotations.NullMarked;

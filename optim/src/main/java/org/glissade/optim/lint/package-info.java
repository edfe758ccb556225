/**
 * Finds links of a chain that do nothing, or something else than they seem to, before a step is
 * made. What is said is certain: a rule that cannot be sure says nothing. A clip before Adam, for
 * one, is not called useless: the length of a gradient does not matter to a rule that is
 * scale-invariant, but Adam's means hold earlier gradients, against whose lengths it counts.
 */
@org.jspecify.annotations.NullMarked
package org.glissade.optim.lint;

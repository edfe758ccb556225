/** What is found in chains, and what is not. */
@org.jspecify.annotations.NullMarked
package org.glissade.optim.lint;

/**
 * What {@link org.glissade.testkit.BackendContract} runs: programs, their data, and the comparison.
 */
@NullMarked
package org.glissade.testkit.backend;

import org.jspecify.annotations.NullMarked;

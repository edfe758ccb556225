/** Tests of what a person reads after the runs. */
@NullMarked
package org.glissade.examples.report;

import org.jspecify.annotations.NullMarked;

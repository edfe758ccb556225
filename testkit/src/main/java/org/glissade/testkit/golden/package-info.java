/**
 * Golden cases of gradient transforms: what other projects compute, as data, and a script that runs
 * each case on any backend.
 */
@NullMarked
package org.glissade.testkit.golden;

import org.jspecify.annotations.NullMarked;

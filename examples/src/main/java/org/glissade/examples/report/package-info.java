/**
 * What a set of training runs did, and how a person reads it: records of the results, a plain table
 * and sentences for a terminal, an HTML page with curves, a JSON file, and a progress line. Nothing
 * here trains anything.
 */
@NullMarked
package org.glissade.examples.report;

import org.jspecify.annotations.NullMarked;

/**
 * The oracle: a backend that evaluates a program's graph as each op is defined, in double and
 * without any plan, so that every other backend has something to be compared with; and a second one
 * that does what plans say, so that plans have too.
 */
@NullMarked
package org.glissade.reference;

import org.jspecify.annotations.NullMarked;

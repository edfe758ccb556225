/**
 * Examples to learn from: {@link org.glissade.data.Dataset} pairs features with targets, each a
 * {@link org.glissade.data.Field} over one plain array. Made from arrays, from a CSV file, or from
 * a list of any type of yours.
 */
@NullMarked
package org.glissade.data;

import org.jspecify.annotations.NullMarked;

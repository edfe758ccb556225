/** A transform as somebody else would write it. */
@NullMarked
package acme;

import org.jspecify.annotations.NullMarked;

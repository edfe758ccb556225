/** The code and the links of README.md and of pages in docs, compiled, run and compared. */
@NullMarked
package org.glissade.examples.pages;

import org.jspecify.annotations.NullMarked;

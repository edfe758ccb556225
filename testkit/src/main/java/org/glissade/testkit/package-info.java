/**
 * Conformance kits that every backend, layer and gradient transform passes, ours and third parties'
 * alike.
 */
@NullMarked
package org.glissade.testkit;

import org.jspecify.annotations.NullMarked;

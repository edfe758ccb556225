/** What {@link org.glissade.testkit.LayerContract} runs. */
@NullMarked
package org.glissade.testkit.layer;

import org.jspecify.annotations.NullMarked;

/** The layers of this module, offered by name. */
@NullMarked
package org.glissade.nn.provider;

import org.jspecify.annotations.NullMarked;

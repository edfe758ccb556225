/**
 * Optimisers: each is a record of its settings and a chain of parts, or one rule. Where projects
 * mean different numbers by one name, the dialect is a setting.
 */
@NullMarked
package org.glissade.optim.optimizer;

import org.jspecify.annotations.NullMarked;

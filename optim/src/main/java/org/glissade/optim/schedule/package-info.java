/** What there is to choose from for a learning rate, as a program lists it. */
@org.jspecify.annotations.NullMarked
package org.glissade.optim.schedule;

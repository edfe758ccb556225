package org.glissade.spi;

/** A kind of provider for tests of the search. */
public interface SoundProvider extends Provider {}

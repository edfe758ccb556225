package org.glissade.data;

/** Part of a data set; not checked again, since its source was checked or chose not to be. */
record Slice(String name, Field features, Field targets, int classes) implements Dataset {}

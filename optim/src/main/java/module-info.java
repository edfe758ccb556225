/** Gradient transforms, optimisers and learning-rate schedules. */
module org.glissade.optim {
  requires transitive org.glissade.core;
}

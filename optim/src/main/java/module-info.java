/** Gradient transforms, optimisers and learning-rate schedules. */
module org.glissade.optim {
  requires transitive org.glissade.core;

  exports org.glissade.optim;

  provides org.glissade.transform.GradientTransformProvider with
      org.glissade.optim.provider.AdamProvider,
      org.glissade.optim.provider.AdamWProvider,
      org.glissade.optim.provider.ClipByNormProvider,
      org.glissade.optim.provider.ClipByValueProvider,
      org.glissade.optim.provider.LearningRateProvider,
      org.glissade.optim.provider.MomentumProvider,
      org.glissade.optim.provider.NesterovProvider,
      org.glissade.optim.provider.NonFiniteProvider,
      org.glissade.optim.provider.RenormalizeProvider,
      org.glissade.optim.provider.RouteProvider,
      org.glissade.optim.provider.ScaleProvider,
      org.glissade.optim.provider.SgdProvider,
      org.glissade.optim.provider.WeightDecayProvider;
}

/** Gradient transforms, optimisers and learning-rate schedules. */
module org.glissade.optim {
  requires transitive org.glissade.core;

  exports org.glissade.optim;
  exports org.glissade.optim.clip;
  exports org.glissade.optim.constraint;

  provides org.glissade.transform.GradientTransformProvider with
      org.glissade.optim.provider.AdamProvider,
      org.glissade.optim.provider.AdamWProvider,
      org.glissade.optim.provider.AdaptiveClipProvider,
      org.glissade.optim.provider.AutomaticClipProvider,
      org.glissade.optim.provider.BoxProvider,
      org.glissade.optim.provider.CentralizeProvider,
      org.glissade.optim.provider.ClipAlongAxesProvider,
      org.glissade.optim.provider.ClipByAverageNormProvider,
      org.glissade.optim.provider.ClipByGivenNormProvider,
      org.glissade.optim.provider.ClipByNormProvider,
      org.glissade.optim.provider.ClipByRmsProvider,
      org.glissade.optim.provider.ClipByValueProvider,
      org.glissade.optim.provider.ClipGradNormProvider,
      org.glissade.optim.provider.LearningRateProvider,
      org.glissade.optim.provider.MaxNormProvider,
      org.glissade.optim.provider.MinMaxNormProvider,
      org.glissade.optim.provider.MomentumProvider,
      org.glissade.optim.provider.NesterovProvider,
      org.glissade.optim.provider.NoiseProvider,
      org.glissade.optim.provider.NonFiniteProvider,
      org.glissade.optim.provider.NonNegativeProvider,
      org.glissade.optim.provider.RenormalizeProvider,
      org.glissade.optim.provider.RouteProvider,
      org.glissade.optim.provider.ScaleProvider,
      org.glissade.optim.provider.SgdProvider,
      org.glissade.optim.provider.SignProvider,
      org.glissade.optim.provider.SmoothClipProvider,
      org.glissade.optim.provider.UnitNormProvider,
      org.glissade.optim.provider.WeightDecayProvider,
      org.glissade.optim.provider.ZeroNansProvider;
}

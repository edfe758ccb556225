package org.glissade.optim.lint;

import java.util.List;

/** One way in which links of a chain can be at odds. */
sealed interface Rule permits LostLength, BehindRate, Dominated, BelowEpsilon {
  /** What is found in links that stand one after another. */
  List<Finding> check(List<Described> links);
}

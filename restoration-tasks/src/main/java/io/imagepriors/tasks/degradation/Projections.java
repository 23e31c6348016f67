package io.imagepriors.tasks.degradation;

import java.util.Random;

/** What the entries of a random matrix are, of mean 0 and variance 1. */
enum Projections {
  /** Standard normal. */
  GAUSSIAN {
    @Override
    double draw(Random random) {
      return random.nextGaussian();
    }
  },
  /** 1 or -1, equally likely. */
  SIGNS {
    @Override
    double draw(Random random) {
      return random.nextBoolean() ? 1 : -1;
    }
  };

  /** The next entry. */
  abstract double draw(Random random);
}

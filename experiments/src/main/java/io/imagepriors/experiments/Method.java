package io.imagepriors.experiments;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.random.RandomGenerator;

/** A generator and the way its weights are fitted. */
enum Method {
  FULLY_CONNECTED_GD("fully connected, gradient descent", 0) {
    @Override
    Generator generator(Signal signal, RandomGenerator random) {
      return FullyConnected.of(256, signal.size(), random);
    }

    @Override
    Optimizer optimizer() {
      return Optimizer.sgd().setLearningRateTracker(Tracker.fixed(4e-5f)).build();
    }
  },
  FULLY_CONNECTED_ADAM("fully connected, Adam", 1) {
    @Override
    Generator generator(Signal signal, RandomGenerator random) {
      return FullyConnected.of(256, signal.size(), random);
    }

    @Override
    Optimizer optimizer() {
      return adam(2e-4f);
    }
  },
  COORDINATES("coordinates to value, Adam", 2) {
    @Override
    Generator generator(Signal signal, RandomGenerator random) {
      return Coordinates.of(64, signal.height(), signal.width(), random);
    }

    @Override
    Optimizer optimizer() {
      return adam(2e-3f);
    }
  },
  CONVOLUTIONAL("convolutional, Adam", 3) {
    @Override
    Generator generator(Signal signal, RandomGenerator random) {
      return Convolutional.of(32, signal.height(), signal.width(), random);
    }

    @Override
    Optimizer optimizer() {
      return adam(5e-3f);
    }
  };

  private final String title;
  private final int colour;

  Method(String title, int colour) {
    this.title = title;
    this.colour = colour;
  }

  String title() {
    return title;
  }

  /** In figures. */
  int colour() {
    return colour;
  }

  abstract Generator generator(Signal signal, RandomGenerator random);

  /** A new optimiser, for one fit. */
  abstract Optimizer optimizer();

  private static Optimizer adam(float rate) {
    return Optimizer.adam().optLearningRateTracker(Tracker.fixed(rate)).build();
  }
}

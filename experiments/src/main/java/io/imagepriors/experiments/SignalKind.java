package io.imagepriors.experiments;

import java.util.random.RandomGenerator;

/** What is fitted. */
enum SignalKind {
  DIGIT("digit") {
    @Override
    Signal draw(int seed, RandomGenerator random) {
      return Signal.digit(seed);
    }
  },
  SHUFFLED_DIGIT("digit, shuffled") {
    @Override
    Signal draw(int seed, RandomGenerator random) {
      return Signal.digit(seed).shuffled(random);
    }
  },
  WAVE("wave") {
    @Override
    Signal draw(int seed, RandomGenerator random) {
      return Signal.wave(LENGTH, random);
    }
  },
  SHUFFLED_WAVE("wave, shuffled") {
    @Override
    Signal draw(int seed, RandomGenerator random) {
      return Signal.wave(LENGTH, random).shuffled(random);
    }
  },
  NOISE("white noise") {
    @Override
    Signal draw(int seed, RandomGenerator random) {
      return Signal.noise(SIDE, SIDE, random);
    }
  };

  private static final int SIDE = 28;
  private static final int LENGTH = SIDE * SIDE;

  private final String title;

  SignalKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract Signal draw(int seed, RandomGenerator random);
}

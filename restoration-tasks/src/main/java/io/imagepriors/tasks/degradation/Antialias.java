package io.imagepriors.tasks.degradation;

/** The filter of a {@link Downsample}, in terms of its factor {@code f}. */
enum Antialias {
  /** The mean of each block of {@code f x f} pixels. */
  BOX {
    @Override
    Profile profile(int factor) {
      return Profile.box(factor);
    }
  },
  /** The cubic convolution kernel ({@link Profile#cubic}), {@code f} times as wide. */
  BICUBIC {
    @Override
    Profile profile(int factor) {
      return Profile.cubic(factor);
    }
  },
  /** A Gaussian of standard deviation {@code f / 2}. */
  GAUSSIAN {
    @Override
    Profile profile(int factor) {
      return Profile.gaussian(factor / 2.0);
    }
  };

  /** The weights along one direction, in pixels of the clean image. */
  abstract Profile profile(int factor);
}

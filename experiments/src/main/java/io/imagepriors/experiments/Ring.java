package io.imagepriors.experiments;

import java.util.random.RandomGenerator;

/** An equal mixture of Gaussians on a circle: data in the plane whose density is known. */
final class Ring {
  private static final int COMPONENTS = 5;
  private static final double RADIUS = 1.5;
  private static final double DEVIATION = 0.3;

  private Ring() {}

  /** Points, one row each. */
  static float[] draw(RandomGenerator random, int count) {
    float[] points = new float[2 * count];
    for (int i = 0; i < count; i++) {
      double angle = angle(random.nextInt(COMPONENTS));
      points[2 * i] = (float) (RADIUS * Math.cos(angle) + DEVIATION * random.nextGaussian());
      points[2 * i + 1] = (float) (RADIUS * Math.sin(angle) + DEVIATION * random.nextGaussian());
    }
    return points;
  }

  /** The mean of {@code log p} over points, in nats. */
  static double meanLogDensity(float[] points) {
    double sum = 0;
    int count = points.length / 2;
    for (int i = 0; i < count; i++) {
      sum += Math.log(density(points[2 * i], points[2 * i + 1]));
    }
    return sum / count;
  }

  private static double density(double x, double y) {
    double variance = DEVIATION * DEVIATION;
    double sum = 0;
    for (int k = 0; k < COMPONENTS; k++) {
      double dx = x - RADIUS * Math.cos(angle(k));
      double dy = y - RADIUS * Math.sin(angle(k));
      sum += Math.exp(-(dx * dx + dy * dy) / (2 * variance));
    }
    return sum / (COMPONENTS * 2 * Math.PI * variance);
  }

  private static double angle(int component) {
    return 2 * Math.PI * component / COMPONENTS;
  }
}

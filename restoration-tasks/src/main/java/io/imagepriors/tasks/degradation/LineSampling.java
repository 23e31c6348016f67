package io.imagepriors.tasks.degradation;

import io.imagepriors.api.InvalidInputException;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Makes the matrix of a filter along one direction: line {@code i} of the result is the mean of the
 * source's lines around {@code centre(i)}, weighted by a profile. The weights have the sum 1 before
 * those beyond the border are turned inwards or dropped, as the boundary says. Serves one matrix.
 */
final class LineSampling {
  /** Far more than a filter for any picture needs; with their places 256 MiB. */
  private static final int MOST_WEIGHTS = 1 << 25;

  private final Profile profile;
  private final Boundary boundary;
  private final double[] line;
  private final int[] places;
  private final float[] weights;
  private int size;

  private LineSampling(int sources, int results, Profile profile, Boundary boundary) {
    long most = results * Math.min(sources, 2 * (long) Math.ceil(profile.radius()) + 1);
    if (most > MOST_WEIGHTS) {
      throw InvalidInputException.of(
          "filter over " + sources + " lines", "have at most " + MOST_WEIGHTS + " weights", most);
    }
    this.profile = profile;
    this.boundary = boundary;
    this.line = new double[sources];
    this.places = new int[(int) most];
    this.weights = new float[(int) most];
  }

  /**
   * The matrix.
   *
   * @param sources the number of lines of the source
   * @param results the number of lines of the result
   * @param centre the place in the source, between lines or on one, that a line of the result is at
   * @throws InvalidInputException if the matrix would take too much memory
   */
  static LineMatrix matrix(
      int sources, int results, IntToDoubleFunction centre, Profile profile, Boundary boundary) {
    LineSampling sampling = new LineSampling(sources, results, profile, boundary);
    int[] starts = new int[results + 1];
    for (int i = 0; i < results; i++) {
      sampling.append(centre.applyAsDouble(i));
      starts[i + 1] = sampling.size;
    }
    return new LineMatrix(
        sources,
        starts,
        Arrays.copyOf(sampling.places, sampling.size),
        Arrays.copyOf(sampling.weights, sampling.size));
  }

  private void append(double centre) {
    int first = (int) Math.ceil(centre - profile.radius());
    int last = (int) Math.floor(centre + profile.radius());
    double total = 0;
    for (int k = first; k <= last; k++) {
      total += weight(k, centre);
    }
    for (int k = first; k <= last; k++) {
      int place = boundary.index(k, line.length);
      if (place != Boundary.NOTHING) {
        line[place] += weight(k, centre) / total;
      }
    }
    for (int k = first; k <= last; k++) {
      int place = boundary.index(k, line.length);
      if (place != Boundary.NOTHING) {
        take(place);
      }
    }
  }

  /** Moves a weight of the line to the list; a place that the filter meets again is empty then. */
  private void take(int place) {
    if (line[place] != 0) {
      places[size] = place;
      weights[size] = (float) line[place];
      line[place] = 0;
      size++;
    }
  }

  private double weight(int place, double centre) {
    return profile.weight().applyAsDouble(place - centre);
  }
}

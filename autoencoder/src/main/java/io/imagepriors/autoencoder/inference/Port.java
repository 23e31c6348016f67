package io.imagepriors.autoencoder.inference;

import io.imagepriors.autoencoder.network.Dims;

/**
 * An input or output of a graph.
 *
 * @param name its name
 * @param row its sides without the batch; none for one number per row
 */
record Port(String name, Dims row) {

  /** The sides of {@code count} rows. */
  long[] sides(int count) {
    long[] sides = new long[row.rank() + 1];
    sides[0] = count;
    for (int i = 0; i < row.rank(); i++) {
      sides[i + 1] = row.side(i);
    }
    return sides;
  }

  /** As in {@code 'x' [N, 1, 28, 28]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("'" + name + "' [N");
    row.sides().forEach(side -> text.append(", ").append(side));
    return text.append(']').toString();
  }
}

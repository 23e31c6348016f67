package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * {@code Y = R X Cᵀ} for every channel {@code X}: one matrix over the rows, one over the columns.
 * The adjoint is {@code Rᵀ Y C}, by the same weights.
 */
final class SeparableOperator implements LinearOperator {
  private final Shape domain;
  private final Shape range;
  private final Pass forward;
  private final Pass backward;

  /** An operator for images of one shape, whose sides the matrices take. */
  SeparableOperator(Shape domain, LineMatrix rows, LineMatrix columns) {
    if (rows.sources() != domain.height() || columns.sources() != domain.width()) {
      throw new IllegalArgumentException("matrices for the sides of " + domain);
    }
    this.domain = domain;
    this.range = new Shape(domain.channels(), rows.results(), columns.results());
    this.forward = new Pass(rows, columns);
    this.backward = new Pass(rows.transposed(), columns.transposed());
  }

  @Override
  public Shape domain() {
    return domain;
  }

  @Override
  public Shape range() {
    return range;
  }

  @Override
  public void apply(ImageStack x, ImageStack y) {
    LinearOperator.requireStacks(x, domain, y, range);
    forward.run(x, y);
  }

  @Override
  public void adjoint(ImageStack y, ImageStack x) {
    LinearOperator.requireStacks(y, range, x, domain);
    backward.run(y, x);
  }

  private record Pass(LineMatrix rows, LineMatrix columns, SpareArray lines) {

    Pass(LineMatrix rows, LineMatrix columns) {
      this(rows, columns, new SpareArray(rows.results() * columns.sources()));
    }

    void run(ImageStack from, ImageStack to) {
      int width = columns.sources();
      float[] combined = lines.take();
      int planes = from.count() * from.shape().channels();
      for (int p = 0; p < planes; p++) {
        rows.combineRows(from.pixels(), p * rows.sources() * width, width, combined, 0);
        int target = p * rows.results() * columns.results();
        for (int r = 0; r < rows.results(); r++) {
          columns.combineValues(combined, r * width, to.pixels(), target + r * columns.results());
        }
      }
      lines.give(combined);
    }
  }
}

package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The ways to say which pixels are missing, and the grid of missing pixels that each gives. */
final class MaskRegion {
  static final Parameter<Optional<HoleSize>> HOLE =
      NoneOr.of(
          "hole",
          "a side like 10 or rows and columns like 10x14",
          HoleSize::parse,
          "size in pixels of a hole in the centre, SIDE or ROWSxCOLUMNS");
  static final Parameter<Half> HALF =
      Parameter.choice("half", Half.NONE, "the half of the image that is missing");
  static final Parameter<Optional<Double>> MISSING =
      NoneOr.real(
          "missing", Interval.open(0, 1), "share of the pixels that are missing, at random places");
  static final Parameter<Long> SEED = Parameter.seed("seed of the random places");
  static final Parameter<Optional<Path>> PICTURE =
      Parameter.path("picture", "PNG of the image's size, black where pixels are missing");

  /** The part of each side that the hole takes when no region is given. */
  private static final double DEFAULT_HOLE = 10.0 / 28;

  private final Shape shape;
  private final List<String> given = new ArrayList<>();
  private Supplier<boolean[]> region;

  private MaskRegion(Shape shape) {
    this.shape = shape;
    this.region = () -> hole(new HoleSize(defaultSide(shape.height()), defaultSide(shape.width())));
  }

  /**
   * The chosen region: a supplier of the grid of missing pixels, row by row.
   *
   * @throws InvalidInputException if more than one region is given
   */
  static Supplier<boolean[]> of(Shape shape, Parameters parameters) {
    MaskRegion regions = new MaskRegion(shape);
    parameters.get(HOLE).ifPresent(s -> regions.give("hole=" + s, () -> regions.hole(s)));
    Half half = parameters.get(HALF);
    if (half != Half.NONE) {
      regions.give("half=" + HALF.format(half), () -> regions.half(half));
    }
    long seed = parameters.get(SEED);
    parameters
        .get(MISSING)
        .ifPresent(s -> regions.give("missing=" + s, () -> regions.random(s, seed)));
    parameters
        .get(PICTURE)
        .ifPresent(p -> regions.give("picture=" + p, () -> MaskPicture.missing(p, shape)));
    if (regions.given.size() > 1) {
      throw InvalidInputException.of(
          "mask",
          "be given by one of hole, half, missing and picture",
          String.join(" and ", regions.given));
    }
    return regions.region;
  }

  private void give(String text, Supplier<boolean[]> chosen) {
    given.add(text);
    region = chosen;
  }

  private boolean[] hole(HoleSize size) {
    if (size.rows() > shape.height() || size.columns() > shape.width()) {
      throw InvalidInputException.of("mask's hole", "fit into an image of " + shape, size);
    }
    return grid((row, column) -> size.holds(row, column, shape.height(), shape.width()));
  }

  private boolean[] half(Half half) {
    return grid((row, column) -> half.holds(row, column, shape.height(), shape.width()));
  }

  /** Exactly the given share of the places, rounded, every choice of them equally likely. */
  private boolean[] random(double share, long seed) {
    boolean[] missing = new boolean[shape.height() * shape.width()];
    long wanted = Math.round(share * missing.length);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < missing.length && wanted > 0; k++) {
      if (random.nextInt(missing.length - k) < wanted) {
        missing[k] = true;
        wanted--;
      }
    }
    return missing;
  }

  private boolean[] grid(Places places) {
    boolean[] missing = new boolean[shape.height() * shape.width()];
    for (int k = 0; k < missing.length; k++) {
      missing[k] = places.holds(k / shape.width(), k % shape.width());
    }
    return missing;
  }

  private static int defaultSide(int side) {
    return Math.max(1, (int) Math.round(side * DEFAULT_HOLE));
  }

  private interface Places {
    boolean holds(int row, int column);
  }
}

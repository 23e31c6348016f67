package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.runtime.analysis.Cube.Neighbours;
import io.imagepriors.runtime.analysis.Cube.Walk;
import io.imagepriors.runtime.metric.Confidence;
import io.imagepriors.runtime.metric.Mean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Looks at the codes of one prior. All priors get the same random points, so that what differs is
 * theirs.
 */
final class CubeStudy {
  private static final int SHOWN = 20;
  private static final int HOLES_SHOWN = 10;
  private static final int JUDGED = 2500;
  private static final int WALKS = 3;
  private static final int STEPS = 8;

  private final LatentSpace space;
  private final ImageStack real;
  private final CodeStack codes;
  private final Batched batched;
  private final long seed;
  private final Holes holes;

  private CubeStudy(LatentSpace space, ImageStack real, Batched batched, long seed) {
    this.space = space;
    this.real = real;
    this.batched = batched;
    this.seed = seed;
    this.codes = batched.encode(space, real);
    this.holes = Holes.among(codes, Draws.of(seed, "holes"));
  }

  /** Encodes images and looks for the holes among the codes. */
  static CubeStudy of(LatentSpace space, ImageStack real, Batched batched, long seed) {
    return new CubeStudy(space, real, batched, seed);
  }

  /** Images that the holes decode to; empty without holes. */
  Optional<ImageStack> decodedHoles(int most) {
    return holes
        .points(most, Draws.of(seed, "decoded holes"))
        .map(points -> batched.decode(space, points));
  }

  /** All that there is to say. */
  Cube cube(
      List<OptionalInt> labels,
      int drawn,
      Optional<ImageStack> decodedHoles,
      Optional<ClassifierModel> classifier) {
    ImageStack samples = batched.decode(space, sampleCodes());
    int[] places = Draws.spread(Math.min(drawn, codes.count()), codes.count());
    return new Cube(
        CodeLaw.of(codes, holes, Draws.of(seed, "law")),
        codes,
        Arrays.stream(places).boxed().toList(),
        labels,
        reconstructionError(),
        classifier.map(model -> SampleQuality.of(model, samples, real)),
        samples.slice(0, SHOWN),
        decodedHoles.map(all -> neighbours(all, classifier)),
        IntStream.range(0, WALKS).mapToObj(this::walk).toList());
  }

  private CodeStack sampleCodes() {
    return Draws.uniform(JUDGED, space.dimension(), Draws.of(seed, "samples"));
  }

  private double reconstructionError() {
    ImageStack decoded = batched.decode(space, codes);
    double sum = 0;
    for (int i = 0; i < decoded.pixels().length; i++) {
      double difference = decoded.pixels()[i] - real.pixels()[i];
      sum += difference * difference;
    }
    return sum / decoded.pixels().length;
  }

  private Neighbours neighbours(ImageStack all, Optional<ClassifierModel> classifier) {
    ImageStack images = all.slice(0, Math.min(HOLES_SHOWN, all.count()));
    int[] nearest =
        IntStream.range(0, images.count()).map(i -> NearestImage.of(images, i, real)).toArray();
    Optional<Mean> confidence =
        classifier.map(model -> Confidence.mean(model.probabilities(all), model.classes()));
    return new Neighbours(images, real.gather(nearest), confidence);
  }

  /** Between images half a dataset apart, which is another class where it is ordered by class. */
  private Walk walk(int index) {
    int from = (int) ((index + 0.5) / WALKS * (real.count() / 2.0));
    int to = from + real.count() / 2;
    CodeStack line = CodeStack.zeros(STEPS, codes.dimension());
    for (int step = 0; step < STEPS; step++) {
      float share = step / (STEPS - 1f);
      for (int k = 0; k < codes.dimension(); k++) {
        line.values()[line.offset(step) + k] =
            (1 - share) * codes.values()[codes.offset(from) + k]
                + share * codes.values()[codes.offset(to) + k];
      }
    }
    ImageStack decoded = batched.decode(space, line);
    ImageStack images = ImageStack.zeros(STEPS + 2, real.shape());
    images.set(0, real, from);
    IntStream.range(0, STEPS).forEach(step -> images.set(step + 1, decoded, step));
    images.set(STEPS + 1, real, to);
    return new Walk(images);
  }
}

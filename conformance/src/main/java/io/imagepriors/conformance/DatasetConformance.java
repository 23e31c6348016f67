package io.imagepriors.conformance;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PluginProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A dataset under test: its description, its splits, their images and labels, its answer to what
 * does not exist. Without more, it is tried at its defaults. Immutable.
 */
public final class DatasetConformance implements Conformance {
  /** The number of images that are read again and again. */
  static final int PROBES = 16;

  private final Dataset dataset;
  private final Parameters parameters;
  private final Copies<Dataset> copies;

  private DatasetConformance(Dataset dataset, Parameters parameters, Copies<Dataset> copies) {
    this.dataset = dataset;
    this.parameters = parameters;
    this.copies = copies;
  }

  /** The dataset at its defaults. It stays the caller's and is not closed. */
  public static DatasetConformance of(Dataset dataset) {
    return new DatasetConformance(dataset, dataset.descriptor().defaults(), Copies.none());
  }

  /** A copy that loads with these parameters. */
  public DatasetConformance withParameters(Parameters other) {
    return new DatasetConformance(dataset, other, copies);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same dataset, which the checks close
   */
  public DatasetConformance withReopening(Supplier<? extends Dataset> opener) {
    return new DatasetConformance(dataset, parameters, Copies.of(opener));
  }

  /**
   * A copy that can also try closing, and whether the code can go afterwards.
   *
   * @param provider gives the dataset among others; the checks load its code anew, in a class
   *     loader of their own, and close what it gives
   */
  public DatasetConformance withProvider(Class<? extends PluginProvider> provider) {
    return new DatasetConformance(
        dataset, parameters, Copies.of(provider, Dataset.class, dataset.name()));
  }

  @Override
  public String subject() {
    return dataset.name();
  }

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    DescriptorChecks description =
        new DescriptorChecks(dataset, p -> dataset.load(dataset.splits().get(0), p));
    checks.add(description.descriptor());
    checks.add(description.foreignParameters());
    checks.addAll(new DatasetChecks(dataset, parameters).checks());
    checks.addAll(
        new ClosingChecks<Dataset>(
                copies,
                instance ->
                    reading(
                        instance.load(
                            instance.splits().get(0),
                            instance.descriptor().defaults().with(parameters.texts()))))
            .checks());
    return checks;
  }

  /** Reading images of one split, spread over all of it. */
  static Operation reading(LabelledImages images) {
    int count = Math.min(PROBES, images.count());
    int[] places =
        IntStream.range(0, count).map(i -> (int) ((long) i * images.count() / count)).toArray();
    return indices -> {
      ImageStack stack = ImageStack.zeros(indices.length, images.shape());
      return new Trial(
          indices.length,
          new float[0][],
          new float[][] {stack.pixels()},
          () -> {
            for (int i = 0; i < indices.length; i++) {
              images.read(places[indices[i] % count], stack, i);
            }
          });
    };
  }
}

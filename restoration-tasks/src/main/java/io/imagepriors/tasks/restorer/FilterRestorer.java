package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.Restoration;
import java.util.List;
import java.util.function.Function;

/**
 * The restorers {@code non-local-means} and {@code median}: classical filters for noise, and by
 * {@link FilterSolver} for any linear operator. They need no prior.
 */
public final class FilterRestorer implements PriorFreeRestorer {
  private static final Parameter<Integer> STEPS =
      Parameter.integer(
          "steps", 8, 1, 1000, "how often the filter is applied where there is more than noise");
  private static final Parameter<Integer> SEARCH =
      Parameter.integer("search", 7, 1, 100, "how far pixels are looked for to each side");
  private static final Parameter<Double> BANDWIDTH =
      Parameter.real(
          "bandwidth",
          0.2,
          Interval.open(0, Double.POSITIVE_INFINITY),
          "how unlike patches may be, in grey value, or twice the noise if less: large is smooth");

  private final Descriptor descriptor;
  private final Function<Parameters, ImageFilter> filter;

  private FilterRestorer(
      String name,
      String summary,
      List<Parameter<?>> parameters,
      Function<Parameters, ImageFilter> filter) {
    this.descriptor =
        Descriptor.of(name, summary).with(parameters.toArray(Parameter<?>[]::new)).with(STEPS);
    this.filter = filter;
  }

  /** Means of pixels with like surroundings. */
  public static FilterRestorer nonLocalMeans() {
    return new FilterRestorer(
        "non-local-means",
        "a baseline without a prior: means of pixels with like surroundings",
        List.of(SEARCH, BANDWIDTH),
        p -> new NonLocalMeans(p.get(SEARCH), p.get(BANDWIDTH)));
  }

  /** Medians of neighbours. */
  public static FilterRestorer median() {
    return new FilterRestorer(
        "median",
        "a baseline without a prior: medians of neighbours",
        List.of(),
        p -> new MedianFilter());
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, Parameters parameters, Monitor monitor) {
    FilterSolver solver = new FilterSolver(filter.apply(parameters), parameters.get(STEPS));
    return StackRestoration.of(y, model).run(solver, monitor);
  }
}

package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Trainer;
import java.nio.file.Path;
import java.util.List;

/**
 * What to train and to test.
 *
 * @param trainer makes a prior of each class; its parameters are filled in by {@link Recipe}
 * @param settings what the user has set of them
 * @param training labelled images to learn from
 * @param test labelled images of the same shape to tell apart
 * @param classes which classes, each of which both collections have
 * @param seeds of training, at least one
 * @param folder where models are kept; it exists
 */
public record OneClassPlan(
    Trainer trainer,
    Parameters settings,
    LabelledImages training,
    LabelledImages test,
    List<Integer> classes,
    List<Long> seeds,
    Path folder) {

  /** Copies the lists. */
  public OneClassPlan {
    classes = List.copyOf(classes);
    seeds = List.copyOf(seeds);
  }

  /** The number of models. */
  public int models() {
    return classes.size() * seeds.size();
  }
}

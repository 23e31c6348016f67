package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.analysis.ImageSet;
import io.imagepriors.runtime.command.Chosen;
import java.util.List;

/** Images of other datasets, to be told from those of the class. */
public final class Strangers {
  private static final int MOST = 1000;

  private Strangers() {}

  /**
   * Loads the first images of each dataset's last split.
   *
   * @throws InvalidInputException if one has images of another shape, or can't be read
   */
  public static List<ImageSet> of(List<Chosen<Dataset>> datasets, Shape shape) {
    return datasets.stream().map(dataset -> load(dataset, shape)).toList();
  }

  private static ImageSet load(Chosen<Dataset> dataset, Shape shape) {
    List<String> splits = dataset.plugin().splits();
    String split = splits.get(splits.size() - 1);
    LabelledImages images = dataset.plugin().load(split, dataset.parameters());
    if (!images.shape().equals(shape)) {
      throw InvalidInputException.of(
          "outliers of " + dataset, "have shape " + shape, images.shape());
    }
    return new ImageSet(images.origin(), images.stack(0, Math.min(MOST, images.count())));
  }
}

package io.imagepriors.datasets;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder of PNG and JPEG files, made grey and of one size. Either the pictures lie in the folder
 * itself and have no labels, or they lie in one sub-folder per class: classes are numbered from 0
 * in the order of the sub-folders' names. The one split is {@code all}, in the order of the names.
 *
 * <p>Loading lists the files only. A picture is decoded each time it is read; see {@link
 * GreyPicture} for how it becomes grey and {@link Resampling} for how it is resized. Its sides are
 * scaled independently, so a picture of other proportions is stretched. Thread-safe.
 */
final class PicturesDataset implements Dataset {
  static final Parameter<Optional<Path>> DATA =
      Parameter.path("data", "folder of PNG and JPEG files, or of one sub-folder per class");
  static final Parameter<Integer> HEIGHT =
      Parameter.integer("height", 28, 1, 8192, "rows to resize to");
  static final Parameter<Integer> WIDTH =
      Parameter.integer("width", 28, 1, 8192, "columns to resize to");
  static final Parameter<Boolean> INVERT =
      Parameter.flag("invert", false, "swap black and white, for dark strokes on light paper");

  private static final String ALL = "all";

  private static final Descriptor DESCRIPTOR =
      Descriptor.of("pictures", "a folder of PNG and JPEG files, made grey and of one size")
          .with(DATA, HEIGHT, WIDTH, INVERT);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.of(ALL);
  }

  @Override
  public LabelledImages load(String split, Parameters parameters) {
    if (!split.equals(ALL)) {
      throw InvalidInputException.unknown("split of 'pictures'", split, splits());
    }
    Path folder =
        parameters
            .get(DATA)
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "parameter 'data' of 'pictures'", "name a folder", "nothing"));
    Shape shape = Shape.grey(parameters.get(HEIGHT), parameters.get(WIDTH));
    String origin = "pictures (" + FolderName.of(folder) + ") " + split;
    return new FolderImages(origin, shape, parameters.get(INVERT), PictureFolder.list(folder));
  }
}

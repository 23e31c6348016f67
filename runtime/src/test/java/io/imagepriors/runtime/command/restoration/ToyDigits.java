package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.runtime.evaluation.Toys;
import java.util.List;

/** Flat images by the name of the embedded digits. */
final class ToyDigits implements Dataset {
  private static final Descriptor DESCRIPTOR = Descriptor.of("digits", "flat images");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.of("train", "test");
  }

  @Override
  public LabelledImages load(String split, Parameters parameters) {
    if (!splits().contains(split)) {
      throw InvalidInputException.unknown("split", split, splits());
    }
    return Toys.flatImages(split.equals("train") ? 40 : 10);
  }
}

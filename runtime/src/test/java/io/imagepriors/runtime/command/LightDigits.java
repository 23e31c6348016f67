package io.imagepriors.runtime.command;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.runtime.evaluation.Toys;
import java.util.List;

/** Four flat images from dark to light, labelled 0 to 3, by the name of the embedded digits. */
final class LightDigits implements Dataset {
  private static final Descriptor DESCRIPTOR = Descriptor.of("digits", "flat images");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.of("test");
  }

  @Override
  public LabelledImages load(String split, Parameters parameters) {
    return Toys.flatImages(4);
  }
}

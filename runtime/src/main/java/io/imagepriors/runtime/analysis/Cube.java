package io.imagepriors.runtime.analysis;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.metric.Mean;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What there is to say and to see of a prior's codes.
 *
 * @param law figures
 * @param codes of all images (at most 10,000, evenly spread)
 * @param drawn the places among {@code codes} that charts show
 * @param labels of {@code codes}
 * @param reconstructionError the mean of {@code (D(Enc(x)) - x)²} over all values
 * @param quality how much samples look like real images, where a classifier judged them
 * @param samples uniform codes, decoded
 * @param holes codes in holes, decoded, and the nearest real image of each; empty without holes
 * @param walks paths from one image to another
 */
public record Cube(
    CodeLaw law,
    CodeStack codes,
    List<Integer> drawn,
    List<OptionalInt> labels,
    double reconstructionError,
    Optional<SampleQuality> quality,
    ImageStack samples,
    Optional<Neighbours> holes,
    List<Walk> walks) {

  /**
   * Images with the most similar real one of each.
   *
   * @param images any
   * @param nearest the real image of least Euclidean distance to each, in the same order
   * @param confidence of a classifier in all decoded holes, of which {@code images} are the first
   */
  public record Neighbours(ImageStack images, ImageStack nearest, Optional<Mean> confidence) {}

  /**
   * A straight line in the cube between the codes of two images.
   *
   * @param images the first image, decoded codes at equal steps from one end to the other, the last
   *     image
   */
  public record Walk(ImageStack images) {}
}

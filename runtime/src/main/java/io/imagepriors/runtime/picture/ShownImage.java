package io.imagepriors.runtime.picture;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import java.util.Optional;

/**
 * One image of a stack, to be shown to people.
 *
 * @param stack images of 1 or 3 channels; only read
 * @param index which of them
 * @param observed 1 where a pixel was seen and 0 where it is missing, one image of the stack's
 *     shape; missing pixels are shown in a tint. Empty where nothing is missing
 */
public record ShownImage(ImageStack stack, int index, Optional<ImageStack> observed) {

  /**
   * @throws InvalidInputException if the mask has another shape than the image
   */
  public ShownImage {
    observed.ifPresent(mask -> mask.requireShape(stack.shape(), "mask of seen pixels"));
  }

  /** An image of which all pixels are shown as they are. */
  public static ShownImage of(ImageStack stack, int index) {
    return new ShownImage(stack, index, Optional.empty());
  }

  /** Rows. */
  public int height() {
    return stack.shape().height();
  }

  /** Columns. */
  public int width() {
    return stack.shape().width();
  }
}

package io.imagepriors.runtime.picture;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * Standard deviations as colours: black for 0, then red, yellow and white for 0.5, the most that
 * values in [0, 1] can have. The scale is fixed, so two maps can be compared.
 */
public final class HeatMap {
  private static final float MOST = 0.5f;

  private HeatMap() {}

  /**
   * Colours every image of a stack.
   *
   * @param deviations at least 0; of several channels the largest is shown
   * @return a new stack of the same count, with 3 channels
   */
  public static ImageStack of(ImageStack deviations) {
    Shape shape = deviations.shape();
    int plane = shape.height() * shape.width();
    ImageStack colours =
        ImageStack.zeros(deviations.count(), new Shape(3, shape.height(), shape.width()));
    for (int i = 0; i < deviations.count(); i++) {
      for (int k = 0; k < plane; k++) {
        float most = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
          most = Math.max(most, deviations.pixels()[deviations.offset(i) + channel * plane + k]);
        }
        // Red rises over the first third of the scale, green over the second, blue over the last.
        for (int colour = 0; colour < 3; colour++) {
          float value = Math.max(0f, Math.min(1f, 3 * most / MOST - colour));
          colours.pixels()[colours.offset(i) + colour * plane + k] = value;
        }
      }
    }
    return colours;
  }
}

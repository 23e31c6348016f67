package io.imagepriors.it;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/** A program that has the api on its class path and nothing else: descends a small energy. */
public final class ApiAlone {
  private ApiAlone() {}

  /** Prints the minimiser of {@code (x - 1/2)²}, then which other libraries it can see. */
  public static void main(String[] arguments) {
    Shape shape = Shape.grey(1, 1);
    Energy energy =
        Energy.ofSingle(
            shape,
            (x, gradient) -> {
              gradient[0] = 2 * (x[0] - .5f);
              return (x[0] - .5f) * (x[0] - .5f);
            });
    ImageStack x = ImageStack.zeros(1, shape);
    ImageStack gradient = x.like();
    for (int step = 0; step < 100; step++) {
      energy.valueAndGradient(x, new double[1], gradient);
      x.pixels()[0] -= .25f * gradient.pixels()[0];
    }
    System.out.println("minimum " + x.pixels()[0]);
    for (String name : arguments) {
      System.out.println(name + " " + present(name));
    }
  }

  private static String present(String className) {
    try {
      Class.forName(className);
      return "present";
    } catch (ClassNotFoundException e) {
      return "absent";
    }
  }
}

package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The images of one class out of labelled images, in their order. Their origin reads like {@code
 * digits train[class=3]}, which is how a user asks for them.
 */
public final class ClassImages implements LabelledImages {
  private final LabelledImages all;
  private final int label;
  private final int[] places;

  private ClassImages(LabelledImages all, int label, int[] places) {
    this.all = all;
    this.label = label;
    this.places = places;
  }

  /**
   * The images of a class.
   *
   * @throws InvalidInputException if there is none; the message lists the classes there are
   */
  public static ClassImages of(LabelledImages all, int label) {
    int[] places =
        IntStream.range(0, all.count()).filter(i -> all.label(i).orElse(-1) == label).toArray();
    if (places.length == 0) {
      List<String> known = classes(all).stream().map(String::valueOf).toList();
      throw InvalidInputException.unknown("class of " + all.origin(), String.valueOf(label), known);
    }
    return new ClassImages(all, label, places);
  }

  /**
   * The classes there are, in ascending order.
   *
   * @throws InvalidInputException if images have no labels
   */
  public static List<Integer> classes(LabelledImages all) {
    List<Integer> classes =
        IntStream.range(0, all.count())
            .flatMap(i -> all.label(i).stream())
            .distinct()
            .sorted()
            .boxed()
            .toList();
    if (classes.isEmpty()) {
      throw InvalidInputException.of("images of " + all.origin(), "have labels", "none");
    }
    return classes;
  }

  @Override
  public String origin() {
    return all.origin() + "[class=" + label + "]";
  }

  @Override
  public Shape shape() {
    return all.shape();
  }

  @Override
  public int count() {
    return places.length;
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    all.read(places[index], target, slot);
  }

  @Override
  public OptionalInt label(int index) {
    return all.label(places[index]);
  }
}

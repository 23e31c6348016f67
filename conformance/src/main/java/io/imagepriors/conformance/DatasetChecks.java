package io.imagepriors.conformance;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a dataset must fulfil; each check loads its splits anew. */
final class DatasetChecks {
  private static final String NO_SPLIT = "no-such-split";
  private static final float MARK = 0.375f;

  private final Dataset dataset;
  private final Parameters parameters;

  DatasetChecks(Dataset dataset, Parameters parameters) {
    this.dataset = dataset;
    this.parameters = parameters;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            "splits", "names its splits and loads those whose files are there", this::splits));
    checks.add(new Check("values", "gives images with values in [0, 1]", () -> each(this::values)));
    checks.add(
        new Check(
            "labels",
            "labels all images of a split or none, with numbers from 0",
            () -> each(this::labels)));
    checks.addAll(new OperationChecks("", DatasetConformance.PROBES, this::readings).checks());
    checks.add(
        new Check("slot", "writes the asked place of a stack alone", () -> each(this::slot)));
    checks.add(
        new Check(
            "stacks", "gives stacks and slices that hold what it reads", () -> each(this::stacks)));
    checks.add(
        new Check(
            "unknown-split",
            "refuses a split that it does not have",
            () ->
                Refusal.of("a split that it does not have")
                    .by(() -> dataset.load(NO_SPLIT, parameters))));
    checks.add(
        new Check(
            "wrong-sizes",
            "refuses stacks that do not fit and indices out of range",
            () -> each(this::wrongSizes)));
    return checks;
  }

  private interface Examination {
    void of(String split, LabelledImages images);
  }

  /** Examines the splits whose files are there, at least one. */
  private void each(Examination examination) {
    List<FileException> missing = new ArrayList<>();
    for (String split : dataset.splits()) {
      LabelledImages images;
      try {
        images = dataset.load(split, parameters);
      } catch (FileException e) {
        missing.add(e);
        continue;
      }
      examination.of(split, images);
    }
    if (!missing.isEmpty() && missing.size() == dataset.splits().size()) {
      throw missing.get(0);
    }
  }

  private Map<String, Operation> readings() {
    Map<String, Operation> readings = new LinkedHashMap<>();
    each((split, images) -> readings.put("split " + split, DatasetConformance.reading(images)));
    return readings;
  }

  private void splits() {
    List<String> names = dataset.splits();
    Violation.unless(!names.isEmpty(), "has no splits");
    Violation.unless(new HashSet<>(names).size() == names.size(), "names a split twice: %s", names);
    Violation.unless(names.equals(dataset.splits()), "names other splits each time it is asked");
    each(
        (split, images) -> {
          Violation.unless(images.count() >= 1, "split %s holds no image", split);
          Violation.unless(!images.origin().isBlank(), "split %s does not name its origin", split);
        });
  }

  private void values(String split, LabelledImages images) {
    ImageStack image = ImageStack.zeros(1, images.shape());
    for (int i = 0; i < images.count(); i++) {
      images.read(i, image, 0);
      for (float value : image.pixels()) {
        Violation.unless(
            value >= 0f && value <= 1f, "image %d of split %s has the value %s", i, split, value);
      }
    }
  }

  private void labels(String split, LabelledImages images) {
    boolean labelled = images.label(0).isPresent();
    for (int i = 0; i < images.count(); i++) {
      Violation.unless(
          images.label(i).isPresent() == labelled,
          "split %s labels some images, but not image %d or image 0",
          split,
          i);
      int label = images.label(i).orElse(0);
      Violation.unless(label >= 0, "split %s gives image %d the label %d", split, i, label);
    }
  }

  private void slot(String split, LabelledImages images) {
    ImageStack stack = ImageStack.zeros(3, images.shape());
    Arrays.fill(stack.pixels(), MARK);
    images.read(0, stack, 1);
    ImageStack alone = images.stack(0, 1);
    Violation.unless(
        Arrays.equals(stack.image(1).pixels(), alone.pixels()),
        "split %s does not write the whole of the asked place",
        split);
    for (int other = 0; other <= 2; other += 2) {
      for (float value : stack.image(other).pixels()) {
        Violation.unless(value == MARK, "split %s writes beside the asked place", split);
      }
    }
  }

  private void stacks(String split, LabelledImages images) {
    int count = images.count();
    int from = count / 2;
    int to = Math.min(count, from + 3);
    ImageStack stack = images.stack(from, to);
    LabelledImages slice = images.slice(from, to);
    Violation.unless(
        slice.count() == to - from, "split %s: its slice has %d images", split, slice.count());
    for (int i = from; i < to; i++) {
      ImageStack single = ImageStack.zeros(1, images.shape());
      images.read(i, single, 0);
      boolean same = Arrays.equals(single.pixels(), stack.image(i - from).pixels());
      slice.read(i - from, single, 0);
      same &= Arrays.equals(single.pixels(), stack.image(i - from).pixels());
      same &= slice.label(i - from).equals(images.label(i));
      Violation.unless(same, "split %s: image %d differs between read, stack and slice", split, i);
    }
    Refusal.of("a slice beyond its end").by(() -> images.slice(0, count + 1));
    Refusal.of("an empty stack").by(() -> images.stack(0, 0));
  }

  private void wrongSizes(String split, LabelledImages images) {
    for (Shape other : WrongShapes.of(images.shape())) {
      ImageStack wrong = ImageStack.zeros(1, other);
      Refusal.of("a stack of shape " + other).by(() -> images.read(0, wrong, 0), wrong.pixels());
    }
    for (int index : new int[] {-1, images.count()}) {
      ImageStack stack = ImageStack.zeros(1, images.shape());
      requireThrows(split + ": image " + index, () -> images.read(index, stack, 0));
      requireThrows(split + ": label " + index, () -> images.label(index));
    }
  }

  /** The api leaves open which exception an index out of range meets. */
  private static void requireThrows(String what, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException expected) {
      return;
    }
    throw new Violation("gives something for split " + what);
  }
}

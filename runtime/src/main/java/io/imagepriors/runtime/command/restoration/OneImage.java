package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Degraded;
import java.nio.file.Path;
import java.util.Optional;

/** The choice of one image: {@code --in FILE}, or {@code --dataset}, {@code --split, --index}. */
final class OneImage {
  private final ImageSelection images = ImageSelection.of("test");
  private final Option<Integer> index =
      Option.of(
          Parameter.integer("index", 0, 0, Integer.MAX_VALUE, "which image of the split, from 0"));
  private final Option<Optional<Path>> file;

  private OneImage(String fileHelp) {
    file = Option.file("in", fileHelp);
  }

  static OneImage of(String fileHelp) {
    return new OneImage(fileHelp);
  }

  Choice<Dataset> dataset() {
    return images.dataset();
  }

  Option<String> split() {
    return images.split();
  }

  Option<Integer> index() {
    return index;
  }

  Option<Optional<Path>> file() {
    return file;
  }

  /** Whether the user named a file; refuses a file together with a place in a dataset. */
  boolean isFile(Invocation in) {
    if (in.has(file) && (in.has(index) || in.has(images.split()))) {
      throw new InvalidInputException(
          "--in FILE can't be combined with --split or --index, which choose from a dataset");
    }
    return in.has(file);
  }

  /** Simulates a degradation of the chosen image of the dataset. */
  Subject simulate(Invocation in, Candidate<Degradation> degradation, long seed) {
    LabelledImages all = images.load(in);
    int number = in.get(index);
    if (number >= all.count()) {
      throw InvalidInputException.of(
          "option --index", "be in [0, " + (all.count() - 1) + "] for " + all.origin(), number);
    }
    ImageStack clean = all.stack(number, number + 1);
    String name = all.origin() + "[" + number + "]";
    return Subject.of(name, Degraded.simulate(degradation, clean, number, seed));
  }
}

package io.imagepriors.runtime.command;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;

/** Plug-ins that have parameters and are only ever described. */
final class Tuned {
  static final Parameter<Integer> HOLE = Parameter.integer("hole", 10, 1, 28, "side of the hole");
  static final Parameter<Long> MASK_SEED = Parameter.seed("seed of the mask");
  static final Parameter<Long> SEED = Parameter.seed("seed of the starts");

  private Tuned() {}

  static Degradation mask() {
    return new Damage(Descriptor.of("mask", "hides 100% of a hole").with(HOLE, MASK_SEED));
  }

  static Degradation blur() {
    return new Damage(Descriptor.of("blur", "blurs"));
  }

  static Restorer search() {
    return new Search(Descriptor.of("search", "searches").with(SEED));
  }

  private record Damage(Descriptor descriptor) implements Degradation {
    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      throw WithdrawnException.of(name());
    }
  }

  private record Search(Descriptor descriptor) implements Restorer {
    @Override
    public Restoration restore(
        ImageStack y,
        ForwardModel model,
        PriorModel prior,
        Parameters parameters,
        Monitor monitor) {
      throw WithdrawnException.of(name());
    }
  }
}

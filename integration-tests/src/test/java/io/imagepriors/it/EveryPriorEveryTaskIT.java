package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is plugged in works with whatever else is plugged in. */
class EveryPriorEveryTaskIT {
  private static final int IMAGES = 8;

  @RegisterExtension static final RunningPlatform platform = new RunningPlatform();

  @Test
  void should_have_plugged_in_what_the_product_ships() throws Exception {
    assertThat(platform.all(Prior.class)).extracting(Prior::name).contains("naive", "uniform");
    assertThat(platform.all(Degradation.class))
        .extracting(Degradation::name)
        .contains("gaussian-noise", "mask", "blur", "downsample", "compressed-sensing");
    assertThat(platform.all(Restorer.class))
        .extracting(Restorer::name)
        .contains("map", "latent-map", "hybrid", "total-variation");
  }

  @TestFactory
  List<DynamicTest> should_improve_on_the_input_and_repeat_with_the_seed() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Prior prior : platform.all(Prior.class)) {
      for (Degradation degradation : platform.all(Degradation.class)) {
        for (Restorer restorer : platform.all(Restorer.class)) {
          String name = prior.name() + ", " + degradation.name() + ", " + restorer.name();
          tests.add(DynamicTest.dynamicTest(name, () -> check(prior, degradation, restorer)));
        }
      }
    }
    return tests;
  }

  private static void check(Prior prior, Degradation degradation, Restorer restorer)
      throws Exception {
    ImageStack clean = digits();
    ForwardModel model = degradation.bind(clean.shape(), degradation.descriptor().defaults());
    ImageStack y = model.sample(clean, new SplittableRandom(1));

    Restoration first = restore(prior, model, restorer, y);
    Restoration second = restore(prior, model, restorer, y);

    assertThat(first.outcome()).isEqualTo(Outcome.COMPLETED);
    if (!isOutOfReach(restorer, degradation)) {
      assertThat(squaredError(first.images(), clean))
          .isLessThan(squaredError(input(y, model), clean));
    }
    assertThat(second.images().pixels()).isEqualTo(first.images().pixels());
  }

  private static Restoration restore(
      Prior prior, ForwardModel model, Restorer restorer, ImageStack y) {
    PriorModel bound = prior.bind(model.clean(), prior.descriptor().defaults());
    return restorer.restore(y, model, bound, restorer.descriptor().defaults(), Monitor.none());
  }

  /** What there is without a prior: the degraded images, or what stands for them at full size. */
  private static ImageStack input(ImageStack y, ForwardModel model) {
    return model.degraded().equals(model.clean()) ? y : model.firstEstimate(y);
  }

  /** A hole has nothing like itself around it to average: black may well be the better guess. */
  private static boolean isOutOfReach(Restorer restorer, Degradation degradation) {
    return restorer.name().equals("non-local-means") && degradation.name().equals("mask");
  }

  private static ImageStack digits() throws Exception {
    Dataset digits = platform.await(Dataset.class, "digits");
    return digits.load("test", digits.descriptor().defaults()).stack(0, IMAGES);
  }

  private static double squaredError(ImageStack a, ImageStack b) {
    double sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      double difference = a.pixels()[i] - b.pixels()[i];
      sum += difference * difference;
    }
    return sum;
  }
}

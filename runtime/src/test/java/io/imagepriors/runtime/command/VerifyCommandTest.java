package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.runtime.command.verification.PluginCode;
import io.imagepriors.runtime.command.verification.VerifyCommand;
import io.imagepriors.runtime.evaluation.Toys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The battery as users run it. */
class VerifyCommandTest {
  private final Desk desk = new Desk().command(new VerifyCommand(PluginCode.unknown()));

  @Test
  void should_pass_a_degradation_that_is_right() {
    desk.plug(new Fade(0.5f));

    int code = desk.run("verify", "fade");

    assertThat(code).as(desk.out()).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).contains("nothing failed").doesNotContain("failed:");
  }

  @Test
  void should_verify_degradations_in_sequence() {
    desk.plug(new Fade(0.5f));

    int code = desk.run("verify", "fade+fade");

    assertThat(code).as(desk.out()).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).contains("degradation  fade+fade  pass");
  }

  @Test
  void should_try_a_restorer_that_needs_no_prior_without_one() {
    desk.plug(new Fade(0.5f), Toys.baseline("base"));

    desk.run("verify", "base", "--json");

    assertThat(desk.out())
        .contains("\"name\": \"base\"", "\"prior\": \"\"", "\"degradation\": \"fade\"")
        .contains("without-prior");
  }

  @Test
  void should_name_the_check_that_a_wrong_adjoint_fails() {
    desk.plug(new Fade(0.25f));

    int code = desk.run("verify", "--all");

    assertThat(code).isEqualTo(ExitCode.INTERNAL);
    assertThat(desk.out()).containsPattern("failed: degradation fade: .*adjoint");
  }

  @Test
  void should_answer_with_one_document() {
    desk.plug(new Fade(0.25f));

    int code = desk.run("verify", "fade", "--json");

    assertThat(code).isEqualTo(ExitCode.INTERNAL);
    assertThat(desk.out()).startsWith("{").contains("\"passed\": false", "\"result\": \"fail\"");
  }

  @Test
  void should_say_what_could_not_be_tried_without_counting_it_as_a_failure() {
    desk.plug(new Elsewhere());

    int code = desk.run("verify", "elsewhere");

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).contains("not tried: dataset elsewhere").contains("expected images");
  }

  @Test
  void should_not_try_a_trainer_that_says_what_it_misses() {
    desk.plug(new Unequipped());

    int code = desk.run("verify", "unequipped");

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).contains("not tried: trainer unequipped: no engine");
  }

  @Test
  void should_list_what_there_is_when_a_name_is_unknown() {
    desk.plug(new Fade(0.5f));

    assertThat(desk.run("verify", "fog")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err()).contains("fog").contains("fade");
  }

  @Test
  void should_ask_for_names_or_all_but_not_both() {
    desk.plug(new Fade(0.5f));

    assertThat(desk.run("verify")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.run("verify", "fade", "--all")).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void should_stop_when_the_user_says_so() {
    desk.plug(new Fade(0.5f));
    desk.cancellation.cancel();

    assertThat(desk.run("verify", "--all")).isEqualTo(ExitCode.CANCELLED);
  }

  /** Halves images; right only if its adjoint does the same. */
  private record Fade(float adjoint) implements Degradation {
    private static final Descriptor DESCRIPTOR = Descriptor.of("fade", "halves images");

    @Override
    public Descriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      return new ForwardModel() {
        @Override
        public Shape clean() {
          return clean;
        }

        @Override
        public double sigma() {
          return 0.05;
        }

        @Override
        public void apply(ImageStack x, ImageStack y) {
          x.requireShape(clean, "images");
          y.requireSameSize(x, "degraded images");
          scale(0.5f, x, y);
        }

        @Override
        public void adjoint(ImageStack x, ImageStack y, ImageStack gradient) {
          x.requireShape(clean, "images");
          y.requireSameSize(x, "cotangent");
          gradient.requireSameSize(x, "gradient");
          scale(adjoint, y, gradient);
        }
      };
    }

    private static void scale(float factor, ImageStack from, ImageStack to) {
      for (int i = 0; i < to.pixels().length; i++) {
        to.pixels()[i] = factor * from.pixels()[i];
      }
    }
  }

  /** A trainer without its engine. */
  private static final class Unequipped implements Trainer {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("unequipped", "needs an engine");
    }

    @Override
    public TrainedPrior train(
        LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
      throw new InvalidInputException("no engine");
    }
  }

  /** A dataset whose files are not there. */
  private static final class Elsewhere implements Dataset {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("elsewhere", "needs files");
    }

    @Override
    public List<String> splits() {
      return List.of("all");
    }

    @Override
    public LabelledImages load(String split, Parameters parameters) {
      throw FileException.unusable(Path.of("data"), "images", "nothing");
    }
  }
}

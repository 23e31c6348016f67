package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.command.models.ScoreCommand;
import io.imagepriors.runtime.evaluation.Toys;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Images of grey .2, .4, .6 and .8, whose energy is ten times their grey. */
class ScoreCommandTest {
  private final Desk desk = new Desk().plug(new LightDigits()).command(new ScoreCommand());

  @Test
  void should_say_of_each_image_whether_it_belongs() {
    desk.plug(new Dark(Optional.of(EnergyQuantiles.of(0, 10))));

    int code = desk.run("score", "--split", "test", "--doubtful", "50", "--outside", "79.5");

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    assertThat(desk.out().lines().map(line -> line.trim().replaceAll(" {2,}", " | ")))
        .containsExactly(
            "IMAGE | LABEL | dark | PERCENTILE | VERDICT",
            "toys <test> #0 | 0 | 2.0000 | 20.0 | belongs",
            "toys <test> #1 | 1 | 4.0000 | 40.0 | belongs",
            "toys <test> #2 | 2 | 6.0000 | 60.0 | doubtful",
            "toys <test> #3 | 3 | 8.0000 | 80.0 | does not belong",
            "mean energy | - | 5.0000 | - | -",
            "reconstruction MSE | - | - | - | -");
  }

  @Test
  void should_say_that_a_prior_does_not_know_its_class() {
    desk.plug(new Dark(Optional.empty()));

    int code = desk.run("score", "--split", "test[0]");

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).contains("2.0000").doesNotContain("belong");
    assertThat(desk.err()).contains("dark does not know").contains("--reference DATASET");
  }

  @Test
  void should_compare_with_images_that_the_user_names() {
    desk.plug(new Dark(Optional.empty()));

    int code =
        desk.run(
            "score",
            "--split",
            "test[2]",
            "--reference",
            "digits",
            "--reference-split",
            "test",
            "--json");

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    JsonObject image =
        JsonParser.parseString(desk.out())
            .getAsJsonObject()
            .getAsJsonArray("images")
            .get(0)
            .getAsJsonObject();
    // The third of four: two thirds of the way from the least energy to the largest.
    assertThat(image.getAsJsonObject("percentiles").get("dark").getAsDouble())
        .isBetween(66.0, 67.5);
    assertThat(image.getAsJsonObject("verdicts").get("dark").getAsString()).isEqualTo("belongs");
  }

  @Test
  void should_refuse_thresholds_in_the_wrong_order_and_a_split_of_nothing() {
    desk.plug(new Dark(Optional.empty()));

    assertThat(desk.run("score", "--doubtful", "99", "--outside", "90"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.run("score", "--reference-split", "test")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err())
        .contains("option --outside must be at least --doubtful 99")
        .contains("--reference-split needs --reference DATASET");
  }

  private record Dark(Optional<EnergyQuantiles> quantiles) implements Prior {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("dark", "likes dark images");
    }

    @Override
    public Shape shape() {
      return Toys.SHAPE;
    }

    @Override
    public PriorModel bind(Shape shape, Parameters parameters) {
      return new PriorModel() {
        @Override
        public Shape shape() {
          return Toys.SHAPE;
        }

        @Override
        public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
          for (int i = 0; i < x.count(); i++) {
            values[i] = 10 * x.pixels()[x.offset(i)];
          }
        }

        @Override
        public Optional<EnergyQuantiles> energyQuantiles() {
          return quantiles;
        }
      };
    }
  }
}

package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.runtime.evaluation.Toys;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSelectionTest {
  private static final ImageSelection IMAGES = ImageSelection.of("test");

  private final Desk desk =
      new Desk()
          .plug(new Flat("digits", List.of("train", "test")), new Flat("pictures", List.of("all")))
          .command(
              Signature.of("count", "counts images")
                  .choices(IMAGES.dataset())
                  .options(IMAGES.split()),
              in -> {
                in.out().println(IMAGES.text(in) + " " + IMAGES.load(in).count());
                return 0;
              });

  @Test
  void should_take_the_usual_split_or_the_one_there_is() {
    desk.run("count");
    desk.run("count", "--dataset", "pictures");

    assertThat(desk.out()).isEqualTo("test 9\nall 9\n");
  }

  @Test
  void should_take_ranges() {
    desk.run("count", "--split", "train[2:5]");
    desk.run("count", "--split", "train[:4]");
    desk.run("count", "--split", "train[7:]");
    desk.run("count", "--split", "train[7]");

    assertThat(desk.out()).isEqualTo("train[2:5] 3\ntrain[:4] 4\ntrain[7:] 2\ntrain[7] 1\n");
  }

  @Test
  void should_take_one_class() {
    desk.run("count", "--split", "train[class=3]");
    desk.run("count", "--split", "train[2:5][class=3]");
    desk.run("count", "--split", "train[4:][class=3]");

    assertThat(desk.out()).isEqualTo("train[class=3] 1\ntrain[2:5][class=3] 1\n");
    assertThat(desk.err())
        .isEqualTo("error: unknown class of toys <test>[4:9] '3'; there are: 4, 5, 6, 7, 8\n");
  }

  @Test
  void should_refuse_what_is_no_split() {
    desk.run("count", "--split", "train[");
    desk.run("count", "--dataset", "pictures", "--split", "test");

    assertThat(desk.err().lines())
        .containsExactly(
            "error: option --split must read like test, test[0:100], test[:100], test[7] or"
                + " test[class=3], got train[",
            "error: unknown split 'test'; there are: all");
  }

  private static final class Flat implements Dataset {
    private final Descriptor descriptor;
    private final List<String> splits;

    Flat(String name, List<String> splits) {
      this.descriptor = Descriptor.of(name, "flat images");
      this.splits = splits;
    }

    @Override
    public Descriptor descriptor() {
      return descriptor;
    }

    @Override
    public List<String> splits() {
      return splits;
    }

    @Override
    public LabelledImages load(String split, Parameters parameters) {
      if (!splits.contains(split)) {
        throw InvalidInputException.unknown("split", split, splits);
      }
      return Toys.flatImages(9);
    }
  }
}

package io.imagepriors.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesDatasetTest {
  private final PicturesDataset dataset = new PicturesDataset();

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("letters"));
  }

  @Test
  void should_list_a_flat_folder_by_name_without_labels() throws IOException {
    // given
    picture(folder.resolve("b.png"), 100);
    picture(folder.resolve("a.PNG"), 50);
    picture(folder.resolve("ö ß.jpeg"), 200);
    picture(folder.resolve(".hidden.png"), 0);
    Files.writeString(folder.resolve("notes.txt"), "not a picture");
    Files.createDirectory(folder.resolve("empty"));

    // when
    LabelledImages images = load(folder);

    // then
    assertThat(images.count()).isEqualTo(3);
    assertThat(images.shape()).isEqualTo(Shape.grey(28, 28));
    assertThat(images.origin()).isEqualTo("pictures (letters) all");
    assertThat(images.label(0)).isEmpty();
    assertThat(images.stack(0, 1).pixels()).containsOnly(50 / 255f);
    assertThat(images.stack(1, 2).pixels()).containsOnly(100 / 255f);
  }

  @Test
  void should_number_sub_folders_as_classes() throws IOException {
    // given an empty class between two others
    for (String name : new String[] {"zebra", "ape", "horse", ".git"}) {
      Files.createDirectory(folder.resolve(name));
    }
    picture(folder.resolve("zebra").resolve("1.png"), 1);
    picture(folder.resolve("ape").resolve("2.png"), 2);
    picture(folder.resolve("ape").resolve("1.png"), 3);
    picture(folder.resolve(".git").resolve("1.png"), 4);

    // when
    LabelledImages images = load(folder);

    // then
    assertThat(IntStream.range(0, 3).map(i -> images.label(i).orElseThrow()))
        .containsExactly(0, 0, 2);
    assertThat(images.stack(0, 1).pixels()).containsOnly(3 / 255f);
  }

  @Test
  void should_refuse_pictures_both_in_the_folder_and_in_classes() throws IOException {
    // given
    picture(folder.resolve("1.png"), 1);
    picture(Files.createDirectory(folder.resolve("class")).resolve("2.png"), 2);

    // then
    assertThatThrownBy(() -> load(folder))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("1 in it and 1 in sub-folders");
  }

  @Test
  void should_resize_and_invert() throws IOException {
    // given
    picture(folder.resolve("1.png"), 51);
    Parameters parameters =
        dataIs(folder).with("height", "7").with("width", "9").with("invert", "true");

    // when
    LabelledImages images = dataset.load("all", parameters);

    // then
    assertThat(images.shape()).isEqualTo(Shape.grey(7, 9));
    assertThat(images.stack(0, 1).pixels())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6f ? 0 : Float.compare(a, b))
        .containsOnly(1 - 51 / 255f); // weights add up to 1 up to a few roundings
  }

  @Test
  void should_open_a_picture_only_when_it_is_read_and_name_a_bad_one() throws IOException {
    // given
    picture(folder.resolve("good.png"), 9);
    Files.writeString(folder.resolve("bad.png"), "no picture");

    // when
    LabelledImages images = load(folder);

    // then
    assertThat(images.stack(1, 2).pixels()).containsOnly(9 / 255f);
    assertThatThrownBy(() -> images.stack(0, 1))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("bad.png");
  }

  @Test
  void should_name_a_folder_that_is_empty_missing_or_a_file() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "text");
    assertThatThrownBy(() -> load(folder))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("PNG or JPEG");
    assertThatThrownBy(() -> load(temporary.resolve("gone")))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("no such file or folder");
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("not a folder");
  }

  @Test
  void should_ask_for_a_folder_and_refuse_another_split() {
    assertThatThrownBy(() -> dataset.load("all", dataset.descriptor().defaults()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("parameter 'data' of 'pictures' must name a folder, got nothing");
    assertThatThrownBy(() -> dataset.load("train", dataIs(folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there are: all");
  }

  @Test
  void should_decode_the_same_in_eight_threads() throws IOException {
    // given
    IntStream.range(0, 10).forEach(i -> picture(folder.resolve(i + ".png"), 20 * i));
    LabelledImages images = load(folder);
    float[] expected = images.stack(0, 10).pixels();

    // then
    assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> images.stack(0, 10).pixels()))
        .allSatisfy(pixels -> assertThat(pixels).isEqualTo(expected));
  }

  private LabelledImages load(Path from) {
    return dataset.load("all", dataIs(from));
  }

  private Parameters dataIs(Path from) {
    return dataset.descriptor().defaults().with("data", from.toString());
  }

  /** An even grey of the size that is asked for by default, so that no resampling rounds it. */
  private static void picture(Path file, int grey) {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 28 * 28; i++) {
      image.getRaster().setSample(i % 28, i / 28, 0, grey);
    }
    String format = file.toString().endsWith(".jpeg") ? "jpeg" : "png";
    try {
      assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

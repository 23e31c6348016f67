package io.imagepriors.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigitsDatasetTest {
  /** SHA-256 of a split's bytes: for each image in order its label, then its 784 pixels. */
  private static final String TRAIN_SHA256 =
      "ad4ca993d94ea742546490ec98698957846aaefcd96ebdea8361fa3727df70d5";

  private static final String TEST_SHA256 =
      "4ef305af618298161d9cea76bfc556b13775a2b8230e531d79b6744b1b37794a";

  private final DigitsDataset digits = new DigitsDataset();
  private final LabelledImages train = digits.load("train", digits.descriptor().defaults());
  private final LabelledImages test = digits.load("test", digits.descriptor().defaults());

  @Test
  void should_hold_9000_and_1000_grey_images_of_28x28() {
    assertThat(digits.splits()).containsExactly("train", "test");
    assertThat(train.count()).isEqualTo(9000);
    assertThat(test.count()).isEqualTo(1000);
    assertThat(train.shape()).isEqualTo(Shape.grey(28, 28)).isEqualTo(test.shape());
    assertThat(train.origin()).isEqualTo("digits train");
    assertThat(test.slice(0, 10).origin()).isEqualTo("digits test[0:10]");
  }

  @Test
  void should_give_the_same_split_for_ever() throws Exception {
    assertThat(sha256(train)).isEqualTo(TRAIN_SHA256);
    assertThat(sha256(test)).isEqualTo(TEST_SHA256);
  }

  @Test
  void should_share_the_classes_between_the_splits_in_proportion() {
    assertThat(histogram(test, 1000)).containsExactly(100, 113, 99, 103, 98, 86, 102, 107, 94, 98);
    assertThat(histogram(train, 9000))
        .containsExactly(901, 1014, 892, 929, 882, 777, 912, 963, 850, 880);
  }

  @Test
  void should_begin_with_a_fair_sample() {
    // given any image of a class is at most one place of its class away from an even spread
    int[] counts = histogram(test, 100);

    // then
    for (int count : counts) {
      assertThat(count).isBetween(7, 13);
    }
  }

  @Test
  void should_have_no_image_in_both_splits_nor_twice() {
    // when
    Set<String> images = new HashSet<>(images(train, false));
    images.addAll(images(test, false));

    // then
    assertThat(images).hasSize(10_000);
  }

  @Test
  void should_hold_the_first_10000_training_images_of_mnist() {
    // given the original file, where the machine has it
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    Path original = module.resolve("../../shared/data/mnist").normalize();
    assumeThat(Files.isDirectory(original))
        .as("MNIST's own file is not in %s, so the digits can't be compared with it", original)
        .isTrue();
    MnistDataset mnist = new MnistDataset(Optional.of(original), original, folder -> {});
    LabelledImages first = mnist.load("train", mnist.descriptor().defaults()).slice(0, 10_000);

    // when
    List<String> embedded = new ArrayList<>(images(train, true));
    embedded.addAll(images(test, true));

    // then as multisets of label and pixels
    assertThat(embedded.stream().sorted().toList())
        .isEqualTo(images(first, true).stream().sorted().toList());
  }

  @Test
  void should_refuse_another_split() {
    assertThatThrownBy(() -> digits.load("all", digits.descriptor().defaults()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("unknown split of 'digits' 'all'; there are: train, test");
  }

  @Test
  void should_carry_authors_and_licence() throws Exception {
    try (var text = DigitsDataset.class.getResourceAsStream("digits/ATTRIBUTION.txt")) {
      assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .contains("LeCun", "Cortes", "Burges", "CC BY-SA 3.0", "Juan Cazala");
    }
    assertThat(digits.descriptor().facts()).containsEntry("licence", "CC BY-SA 3.0");
  }

  private static int[] histogram(LabelledImages images, int length) {
    int[] counts = new int[10];
    for (int i = 0; i < length; i++) {
      counts[images.label(i).orElseThrow()]++;
    }
    return counts;
  }

  private static List<String> images(LabelledImages images, boolean labelled) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < images.count(); i++) {
      String label = labelled ? images.label(i).orElseThrow() + " " : "";
      texts.add(label + HexFormat.of().formatHex(bytes(images, i)));
    }
    return texts;
  }

  private static String sha256(LabelledImages images) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < images.count(); i++) {
      digest.update((byte) images.label(i).orElseThrow());
      digest.update(bytes(images, i));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(LabelledImages images, int index) {
    ImageStack image = images.stack(index, index + 1);
    byte[] bytes = new byte[image.pixels().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(image.pixels()[i] * 255);
    }
    return bytes;
  }
}

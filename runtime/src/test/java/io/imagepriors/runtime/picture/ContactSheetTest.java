package io.imagepriors.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  private static final Shape DIGIT = Shape.grey(28, 28);
  private static final int MISSING = 0xff3f5f9f;

  @Test
  void should_enlarge_small_images_by_a_whole_factor() {
    ImageStack white = ImageStack.zeros(1, DIGIT);
    java.util.Arrays.fill(white.pixels(), 1f);

    BufferedImage sheet =
        new ContactSheet()
            .row("", List.of(ShownImage.of(white, 0), ShownImage.of(white, 0)))
            .draw();

    assertThat(count(sheet, 0xffffffff)).isEqualTo(2 * 84 * 84);
  }

  @Test
  void should_show_missing_pixels_in_a_tint() {
    ImageStack black = ImageStack.zeros(1, DIGIT);
    ImageStack observed = black.copy();
    observed.pixels()[0] = 1f;

    BufferedImage sheet =
        new ContactSheet()
            .row("a", List.of(new ShownImage(black, 0, Optional.of(observed))))
            .draw();

    assertThat(count(sheet, MISSING)).isEqualTo(84 * 84 - 9);
  }

  @Test
  void should_draw_every_printable_label_differently() {
    List<String> letters =
        IntStream.rangeClosed('!', '~')
            .filter(c -> "\"#$&;<>@\\^`{|}~!".indexOf(c) < 0)
            .mapToObj(c -> String.valueOf((char) c))
            .toList();

    List<Integer> pictures = letters.stream().map(ContactSheetTest::labelPixels).toList();

    assertThat(pictures).doesNotHaveDuplicates();
  }

  @Test
  void should_give_the_same_bytes_again() {
    ImageStack black = ImageStack.zeros(1, DIGIT);

    byte[] first = PictureWriter.png(sheet(black, "hybrid, uniform"));
    byte[] second = PictureWriter.png(sheet(black, "hybrid, uniform"));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void should_refuse_a_sheet_without_images() {
    assertThatThrownBy(() -> new ContactSheet().draw()).isInstanceOf(InvalidInputException.class);
  }

  private static BufferedImage sheet(ImageStack images, String label) {
    return new ContactSheet().row(label, List.of(ShownImage.of(images, 0))).draw();
  }

  private static int labelPixels(String label) {
    BufferedImage sheet = sheet(ImageStack.zeros(1, Shape.grey(1, 1)), label);
    return java.util.Arrays.hashCode(sheet.getRGB(0, 0, 30, sheet.getHeight(), null, 0, 30));
  }

  private static long count(BufferedImage sheet, int argb) {
    int width = sheet.getWidth();
    int[] pixels = sheet.getRGB(0, 0, width, sheet.getHeight(), null, 0, width);
    return IntStream.of(pixels).filter(pixel -> pixel == argb).count();
  }
}

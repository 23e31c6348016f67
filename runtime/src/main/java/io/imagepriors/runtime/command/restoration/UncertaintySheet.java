package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Uncertainty;
import io.imagepriors.runtime.picture.ContactSheet;
import io.imagepriors.runtime.picture.HeatMap;
import io.imagepriors.runtime.picture.PictureWriter;
import io.imagepriors.runtime.picture.ShownImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a restoration's uncertainty looks like: the image before and after, the deviations as a heat
 * map, and some draws.
 */
final class UncertaintySheet {
  private static final int DRAWS = 8;
  private static final String SUFFIX = "-uncertainty.png";

  private UncertaintySheet() {}

  /**
   * Where the sheet of a restored picture goes: {@code clean-uncertainty.png} by {@code clean.png}.
   */
  static Path beside(Path restored) {
    String name = restored.getFileName().toString();
    return restored.resolveSibling(name.replaceFirst("(?i)\\.png$", "") + SUFFIX);
  }

  /** Writes the sheet of one image; nothing where the restorer does not say how sure it is. */
  static Optional<Path> write(Subject subject, Restoration restoration, Path restored) {
    return restoration.uncertainty().map(u -> write(subject, restoration, u, beside(restored)));
  }

  private static Path write(
      Subject subject, Restoration restoration, Uncertainty uncertainty, Path file) {
    ImageStack baseline = subject.baseline();
    Optional<ImageStack> seen =
        subject.model().measured().filter(m -> m.shape().equals(baseline.shape()));
    ContactSheet sheet = new ContactSheet();
    subject.clean().ifPresent(clean -> sheet.row("clean", List.of(ShownImage.of(clean, 0))));
    sheet.row("before", List.of(new ShownImage(baseline, 0, seen)));
    sheet.row("after", List.of(ShownImage.of(restoration.images(), 0)));
    sheet.row("deviation", List.of(ShownImage.of(HeatMap.of(uncertainty.deviation()), 0)));
    sheet.row("draws", draws(uncertainty, DRAWS));
    PictureWriter.write(sheet.draw(), file);
    return file;
  }

  /** The first draws of the first image. */
  static List<ShownImage> draws(Uncertainty uncertainty, int most) {
    int count = Math.min(most, uncertainty.draws().size());
    return IntStream.range(0, count)
        .mapToObj(k -> ShownImage.of(uncertainty.draws().get(k), 0))
        .toList();
  }
}

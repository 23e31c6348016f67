package io.imagepriors.conformance;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that a reader must refuse by a {@link FileException} that names the file. */
final class BrokenFiles {
  private static final int RUBBISH_BYTES = 5000;
  private static final int TRIALS = 8;

  /** Damage within this many bytes of the start meets what a format says of itself. */
  private static final int HEAD = 512;

  private final PriorReader reader;
  private final Path model;

  BrokenFiles(PriorReader reader, Path model) {
    this.reader = reader;
    this.model = model;
  }

  List<Check> checks() {
    return List.of(
        new Check("no-file", "says that there is no file, or a folder", this::noFile),
        new Check("empty", "refuses a file of 0 bytes", () -> refuse("an empty file", new byte[0])),
        new Check("rubbish", "refuses random bytes", this::rubbish),
        new Check("truncated", "refuses a file that ends too early", this::truncated),
        new Check(
            "damaged", "opens a file with some wrong bytes or refuses it as such", this::damaged));
  }

  private void noFile() throws IOException {
    try (Workshop workshop = Workshop.open()) {
      Path missing = workshop.file("missing-" + model.getFileName());
      refuse("a file that does not exist", missing);
      refuse("a folder", Files.createDirectory(workshop.file("folder-" + model.getFileName())));
    }
  }

  private void rubbish() throws IOException {
    for (int seed = 0; seed < TRIALS; seed++) {
      byte[] bytes = new byte[RUBBISH_BYTES];
      new Random(seed).nextBytes(bytes);
      refuse("random bytes", bytes);
    }
  }

  private void truncated() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    for (int eighths = 1; eighths < 8; eighths++) {
      int length = (int) ((long) whole.length * eighths / 8);
      refuse("the first " + eighths + "/8 of a file", Arrays.copyOf(whole, length));
    }
  }

  /** Some damage can't be told from another right file, so only the manner of refusal counts. */
  private void damaged() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    for (int seed = 0; seed < TRIALS; seed++) {
      byte[] bytes = whole.clone();
      Random random = new Random(seed);
      for (int i = 0; i < TRIALS; i++) {
        bytes[random.nextInt(Math.min(HEAD, bytes.length))] = (byte) random.nextInt();
      }
      try (Workshop workshop = Workshop.open()) {
        Path file = workshop.file(name(), bytes);
        try (Prior prior = reader.open(file)) {
          Violation.unless(!prior.name().isBlank(), "opens a damaged file without a name");
        } catch (FileException e) {
          Refusal.of("a damaged file").byNaming(file, () -> throwAgain(e));
        } catch (RuntimeException e) {
          throw new Violation(
              "meets a damaged file not with FileException but " + Violation.describe(e), e);
        }
      }
    }
  }

  private static void throwAgain(FileException e) {
    throw e;
  }

  private String name() {
    return "broken-" + model.getFileName();
  }

  private void refuse(String what, byte[] content) throws IOException {
    try (Workshop workshop = Workshop.open()) {
      refuse(what, workshop.file(name(), content));
    }
  }

  private void refuse(String what, Path file) {
    Refusal.of(what).byNaming(file, () -> reader.open(file).close());
  }
}

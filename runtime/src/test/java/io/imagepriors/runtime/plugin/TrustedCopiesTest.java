package io.imagepriors.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCopiesTest {
  @TempDir Path folder;
  private Path file;
  private TrustedCopies copies;

  @BeforeEach
  void make() throws IOException {
    file = Files.writeString(folder.resolve("a.jar"), "good");
    copies = new TrustedCopies(folder.resolve("copies"), new Swapping());
  }

  @Test
  void should_give_the_bytes_that_were_checked_though_the_file_changes_meanwhile()
      throws Exception {
    try (PrivateCopy copy = copies.jar(file.toFile())) {
      assertThat(file).hasContent("evil");
      assertThat(copy.path()).hasContent("good").hasFileName("a.jar");
    }
    assertThat(folder.resolve("copies")).isEmptyDirectory();
  }

  @Test
  void should_leave_nothing_behind_of_what_is_refused() throws IOException {
    assertThatThrownBy(() -> copies.model(file.toFile())).hasMessage("no good");

    assertThat(folder.resolve("copies")).isEmptyDirectory();
  }

  @Test
  void should_copy_nothing_but_files() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.jar"), folder.resolve("absent"));

    assertThatThrownBy(() -> copies.jar(folder.toFile()))
        .isInstanceOf(FileException.class)
        .hasMessageEndingWith("got a folder");
    assertThatThrownBy(() -> copies.jar(link.toFile())).hasMessageContaining("no such file");
    assertThatThrownBy(() -> copies.jar(new File("/dev/zero"))) // it never ends
        .isInstanceOf(FileException.class);
    assertThat(folder.resolve("copies")).doesNotExist();
  }

  /** Somebody who changes the file at the very moment when its copy is looked at. */
  private final class Swapping implements TrustPolicy {
    @Override
    public void requireJar(Path jar) throws IOException {
      Files.writeString(file, "evil");
      assertThat(jar).hasContent("good");
    }

    @Override
    public void requireModel(Path model) {
      throw new InvalidInputException("no good");
    }

    @Override
    public boolean takeModelList(Optional<Path> list) {
      return false;
    }

    @Override
    public void requireOpenToNewModels() {}

    @Override
    public String description() {
      return "swapping";
    }
  }
}

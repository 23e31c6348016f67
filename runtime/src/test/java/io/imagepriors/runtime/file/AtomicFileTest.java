package io.imagepriors.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void should_replace_a_file_and_leave_nothing_else() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "old");

    AtomicFile.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void should_name_a_folder_that_is_missing() {
    Path file = folder.resolve("missing").resolve("a.txt");

    assertThatThrownBy(() -> AtomicFile.write(file, "text"))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(file + " can't be written: no such file or folder");
    assertThatThrownBy(() -> AtomicFile.requireWritable(file)).isInstanceOf(FileException.class);
  }

  @Test
  void should_refuse_a_folder_in_place_of_a_file() {
    assertThatThrownBy(() -> AtomicFile.requireWritable(folder))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("a folder");
    assertThatThrownBy(() -> AtomicFile.requireWritable(folder.getRoot()))
        .isInstanceOf(FileException.class);
  }

  @Test
  void should_leave_the_old_file_when_the_new_one_can_not_take_its_place() throws IOException {
    Path occupied = Files.createDirectory(folder.resolve("occupied"));
    Files.writeString(occupied.resolve("inside"), "old");

    assertThatThrownBy(() -> AtomicFile.write(occupied, "new")).isInstanceOf(FileException.class);

    assertThat(occupied.resolve("inside")).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(occupied);
    }
  }

  @Test
  void should_make_a_folder_with_its_parents_and_leave_it_empty() {
    Path wanted = folder.resolve("a").resolve("b");

    AtomicFile.requireFolder(wanted);

    assertThat(wanted).isEmptyDirectory();
  }

  @Test
  void should_refuse_a_file_in_place_of_a_folder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> AtomicFile.requireFolder(file))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("not a folder");
    assertThatThrownBy(() -> AtomicFile.requireFolder(file.resolve("below")))
        .isInstanceOf(FileException.class);
  }
}

package io.imagepriors.datasets;

import static io.imagepriors.datasets.IdxBytes.gzip;
import static io.imagepriors.datasets.IdxBytes.images;
import static io.imagepriors.datasets.IdxBytes.labels;
import static io.imagepriors.datasets.IdxBytes.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.repository.Repository;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MnistDownloadTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final String CACHE = "DJL_CACHE_DIR";

  @TempDir Path temporary;

  /** What earlier downloads left in the user's cache must not decide. */
  @BeforeEach
  void cacheElsewhere() {
    System.setProperty(CACHE, temporary.resolve("cache").toString());
  }

  @AfterEach
  void cacheAsUsual() {
    System.clearProperty(CACHE);
  }

  @Test
  void should_copy_the_files_of_a_djl_repository_so_that_they_load() throws IOException {
    // given a repository laid out like DJL's
    Path target = temporary.resolve("deep").resolve("mnist");

    // when
    new DjlMnist(repository("")).fetch(target);

    // then
    MnistDataset dataset =
        new MnistDataset(Optional.empty(), target, folder -> assertThat(folder).isNull());
    assertThat(dataset.load("train", dataset.descriptor().defaults()).label(1)).hasValue(4);
    assertThat(dataset.load("test", dataset.descriptor().defaults()).label(0)).hasValue(9);
    try (var files = Files.list(target)) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void should_say_what_a_repository_lacks() throws IOException {
    Repository lacking = repository("test_labels");
    assertThatThrownBy(() -> new DjlMnist(lacking).fetch(temporary.resolve("mnist")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("MNIST can't be downloaded")
        .hasMessageContaining("test_labels");
    assertThat(temporary.resolve("mnist")).doesNotExist();
  }

  @Test
  void should_name_a_folder_that_cannot_be_written() throws IOException {
    // given a file where the folder should be
    Path inTheWay = write(temporary.resolve("in-the-way"), new byte[1]);
    Repository repository = repository("");

    // then
    assertThatThrownBy(() -> new DjlMnist(repository).fetch(inTheWay))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(inTheWay.toString())
        .hasMessageContaining("can't be written");
  }

  @Test
  @Timeout(30)
  void should_give_up_on_a_network_that_never_answers() {
    // given
    CountDownLatch never = new CountDownLatch(1);
    MnistDownload hanging = new BoundedDownload(folder -> await(never), Duration.ofMillis(50));

    // then
    assertThatThrownBy(() -> hanging.fetch(temporary))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("MNIST can't be downloaded");
    never.countDown();
  }

  @Test
  @Timeout(30)
  void should_give_up_when_interrupted_and_keep_the_interrupt() {
    // given
    CountDownLatch never = new CountDownLatch(1);
    MnistDownload hanging = new BoundedDownload(folder -> await(never), LONG);

    // when
    Thread.currentThread().interrupt();

    // then
    assertThatThrownBy(() -> hanging.fetch(temporary)).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  @Test
  void should_say_that_djl_is_missing() {
    MnistDownload without =
        new BoundedDownload(
            folder -> {
              throw new NoClassDefFoundError("ai/djl/basicdataset/BasicDatasets");
            },
            LONG);
    assertThatThrownBy(() -> without.fetch(temporary))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("DJL's basicdataset is not part of this installation");
  }

  @Test
  void should_pass_on_errors_made_for_people() {
    FileException made = FileException.unwritable(temporary, new IOException("disk full"));
    MnistDownload failing =
        new BoundedDownload(
            folder -> {
              throw made;
            },
            LONG);
    assertThatThrownBy(() -> failing.fetch(temporary)).isSameAs(made);
  }

  @Test
  void should_let_djl_online_for_the_download_alone() {
    // given the property that keeps DJL offline, as the build sets it
    assertThat(System.getProperty(OnlineDownload.OFFLINE)).isEqualTo("true");
    List<String> during = new ArrayList<>();
    MnistDownload failing =
        new OnlineDownload(
            folder -> {
              during.add(System.getProperty(OnlineDownload.OFFLINE));
              throw new IllegalStateException("broken line");
            });

    // when
    assertThatThrownBy(() -> failing.fetch(temporary)).hasMessage("broken line");

    // then
    assertThat(during).containsExactly("false");
    assertThat(System.getProperty(OnlineDownload.OFFLINE)).isEqualTo("true");
  }

  private Repository repository(String lacking) throws IOException {
    Path repository = temporary.resolve("repository" + lacking);
    Path base = repository.resolve("dataset/cv/image_classification/ai/djl/basicdataset/mnist");
    // DJL fetches files into its cache from beside the metadata, and opens those of a local
    // repository in a folder of the version.
    for (Path files : List.of(base, base.resolve("1.0/mnist"))) {
      Files.createDirectories(files);
      write(files.resolve("train-images.gz"), gzip(images(2, 4, 4)));
      write(files.resolve("train-labels.gz"), gzip(labels(3, 4)));
      write(files.resolve("test-images.gz"), gzip(images(1, 4, 4)));
      write(files.resolve("test-labels.gz"), gzip(labels(9)));
    }
    String items =
        item("train_data", "train-images")
            + item("train_labels", "train-labels")
            + item("test_data", "test-images")
            + item(lacking.isEmpty() ? "test_labels" : "other", "test-labels");
    Files.writeString(
        base.resolve("metadata.json"),
        """
        {"metadataVersion": "0.2", "resourceType": "dataset", "application": "cv/image_classification",
         "groupId": "ai.djl.basicdataset", "artifactId": "mnist", "name": "MNIST",
         "artifacts": [{"version": "1.0", "name": "mnist", "files": {%s}}]}
        """
            .formatted(items.substring(0, items.length() - 1)));
    return Repository.newInstance("test", repository);
  }

  private static String item(String key, String file) {
    return "\"%s\": {\"uri\": \"%s.gz\", \"name\": \"%s\", \"type\": \"file\"},"
        .formatted(key, file, file);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

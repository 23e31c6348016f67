package io.imagepriors.datasets;

import static io.imagepriors.datasets.IdxBytes.gzip;
import static io.imagepriors.datasets.IdxBytes.images;
import static io.imagepriors.datasets.IdxBytes.labels;
import static io.imagepriors.datasets.IdxBytes.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistDatasetTest {
  private static final MnistDownload NEVER =
      folder -> {
        throw new AssertionError("no download was asked for");
      };

  @TempDir Path temporary;
  private Path data;
  private Path cache;

  @BeforeEach
  void makeFolders() throws IOException {
    data = Files.createDirectory(temporary.resolve("mnist"));
    cache = temporary.resolve("cache");
  }

  @ParameterizedTest
  @CsvSource({
    "train-images-idx3-ubyte, train-labels-idx1-ubyte, train",
    "train-images.idx3-ubyte, train-labels.idx1-ubyte, train",
    "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, train",
    "t10k-images.idx3-ubyte.gz, t10k-labels-idx1-ubyte, test",
    "t10k-images-idx3-ubyte, t10k-labels.idx1-ubyte.gz, test",
  })
  void should_read_a_split_under_any_of_its_names(String images, String labels, String split) {
    // given
    write(data.resolve(images), named(images, images(3, 32, 20)));
    write(data.resolve(labels), named(labels, labels(3, 1, 2)));

    // when
    LabelledImages read = in(data).load(split, dataIs(data));

    // then
    assertThat(read.count()).isEqualTo(3);
    assertThat(read.shape()).isEqualTo(Shape.grey(32, 20));
    assertThat(read.label(0)).hasValue(3);
    assertThat(read.origin()).isEqualTo("mnist " + split);
    assertThat(read.slice(1, 3).origin()).isEqualTo("mnist " + split + "[1:3]");
  }

  @Test
  void should_go_by_content_where_a_name_is_wrong() {
    // given a compressed file without .gz and a plain one with it
    write(data.resolve("train-images-idx3-ubyte"), gzip(images(2, 4, 4)));
    write(data.resolve("train-labels-idx1-ubyte.gz"), labels(5, 6));

    // then
    assertThat(in(data).load("train", dataIs(data)).label(1)).hasValue(6);
  }

  @Test
  void should_do_without_labels_but_not_without_images() {
    // given
    write(data.resolve("train-images-idx3-ubyte"), images(2, 4, 4));
    write(data.resolve("t10k-labels-idx1-ubyte"), labels(1, 2));

    // then
    assertThat(in(data).load("train", dataIs(data)).label(0)).isEmpty();
    assertThatThrownBy(() -> in(data).load("test", dataIs(data)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("t10k-images-idx3-ubyte");
  }

  @Test
  void should_say_which_files_to_put_where() {
    assertThatThrownBy(() -> in(data).load("train", dataIs(data)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(data.toString())
        .hasMessageContaining("train-images-idx3-ubyte")
        .hasMessageContaining("train-labels-idx1-ubyte")
        .hasMessageContaining(".gz")
        .hasMessageContaining("IMAGEPRIORS_MNIST")
        .hasMessageContaining("'download'")
        .message()
        .hasLineCount(1);
  }

  @Test
  void should_refuse_an_unknown_split_and_list_those_there_are() {
    assertThatThrownBy(() -> in(data).load("validation", dataIs(data)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'validation'")
        .hasMessageContaining("train, test");
  }

  @Test
  void should_look_at_parameter_then_variable_then_cache() throws IOException {
    // given a folder with one, with two and with three images
    Path byVariable = Files.createDirectory(temporary.resolve("by-variable"));
    Files.createDirectory(cache);
    write(data.resolve("train-images-idx3-ubyte"), images(1, 4, 4));
    write(byVariable.resolve("train-images-idx3-ubyte"), images(2, 4, 4));
    write(cache.resolve("train-images-idx3-ubyte"), images(3, 4, 4));
    MnistDataset withVariable = new MnistDataset(Optional.of(byVariable), cache, NEVER);
    MnistDataset without = new MnistDataset(Optional.empty(), cache, NEVER);

    // then
    assertThat(withVariable.load("train", dataIs(data)).count()).isEqualTo(1);
    assertThat(withVariable.load("train", defaults()).count()).isEqualTo(2);
    assertThat(without.load("train", defaults()).count()).isEqualTo(3);
  }

  @Test
  void should_not_call_other_data_mnist() throws IOException {
    // given
    Path fashion = Files.createDirectory(temporary.resolve("fashion"));
    write(fashion.resolve("train-images-idx3-ubyte"), images(1, 4, 4));

    // then
    assertThat(in(data).load("train", dataIs(fashion)).origin()).isEqualTo("mnist (fashion) train");
  }

  @Test
  void should_download_into_the_cache_once_and_only_when_asked() {
    // given
    int[] downloads = {0};
    MnistDataset dataset =
        new MnistDataset(
            Optional.empty(),
            cache,
            folder -> {
              downloads[0]++;
              assertThat(folder).isEqualTo(cache);
              assertThat(folder.toFile().mkdirs()).isTrue();
              write(folder.resolve("t10k-images-idx3-ubyte"), images(2, 4, 4));
            });
    Parameters download = defaults().with(MnistDataset.DOWNLOAD, true);

    // then
    assertThatThrownBy(() -> dataset.load("test", defaults())).isInstanceOf(FileException.class);
    assertThat(dataset.load("test", download).count()).isEqualTo(2);
    assertThat(dataset.load("test", download).count()).isEqualTo(2);
    assertThat(downloads[0]).isEqualTo(1);
  }

  @Test
  void should_never_download_into_a_folder_of_the_user() {
    // given
    Parameters parameters = dataIs(data).with(MnistDataset.DOWNLOAD, true);

    // then NEVER would fail with another error
    assertThatThrownBy(() -> in(data).load("train", parameters)).isInstanceOf(FileException.class);
    assertThat(data).isEmptyDirectory();
  }

  private MnistDataset in(Path folder) {
    return new MnistDataset(Optional.of(folder), cache, NEVER);
  }

  private Parameters defaults() {
    return in(data).descriptor().defaults();
  }

  private Parameters dataIs(Path folder) {
    return defaults().with("data", folder.toString());
  }

  private static byte[] named(String name, byte[] content) {
    return name.endsWith(".gz") ? gzip(content) : content;
  }
}

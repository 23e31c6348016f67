package io.imagepriors.datasets;

import ai.djl.Application;
import ai.djl.basicdataset.BasicDatasets;
import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import ai.djl.repository.Repository;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Fetches MNIST from where DJL's {@code basicdataset} keeps it, checked against its published SHA-1
 * sums. It asks DJL's repository rather than its {@code Mnist} class, which would need an engine to
 * hold the images. DJL is optional: without it, using this class is a {@link LinkageError}.
 */
final class DjlMnist implements MnistDownload {
  /** What DJL and we call each file. Labels come first: images without labels count as complete. */
  private static final List<Map.Entry<String, String>> FILES =
      List.of(
          Map.entry("train_labels", MnistFiles.TRAIN.labels()),
          Map.entry("train_data", MnistFiles.TRAIN.images()),
          Map.entry("test_labels", MnistFiles.TEST.labels()),
          Map.entry("test_data", MnistFiles.TEST.images()));

  private final Repository repository;

  DjlMnist(Repository repository) {
    this.repository = repository;
  }

  /** The files on DJL's server. */
  static DjlMnist ofTheNetwork() {
    return new DjlMnist(BasicDatasets.REPOSITORY);
  }

  @Override
  public void fetch(Path folder) {
    try {
      copy(download(), folder);
    } catch (IOException e) {
      String reason = e instanceof UnknownHostException ? "host not found" : String.valueOf(e);
      throw new InvalidInputException(
          "MNIST can't be downloaded from " + repository.getBaseUri() + ": " + reason, e);
    }
  }

  private Artifact download() throws IOException {
    MRL resource =
        repository.dataset(
            Application.CV.IMAGE_CLASSIFICATION, BasicDatasets.GROUP_ID, "mnist", "1.0");
    Artifact artifact = resource.getDefaultArtifact();
    if (artifact == null) {
      throw new IOException(repository.getBaseUri() + " has no MNIST");
    }
    resource.prepare(artifact);
    return artifact;
  }

  private void copy(Artifact artifact, Path folder) throws IOException {
    Map<String, Artifact.Item> items = artifact.getFiles();
    for (Map.Entry<String, String> file : FILES) {
      if (!items.containsKey(file.getKey())) {
        throw new IOException(repository.getBaseUri() + " has no " + file.getKey());
      }
    }
    for (Map.Entry<String, String> file : FILES) {
      Path from = repository.getFile(items.get(file.getKey()), "");
      try (InputStream content = Files.newInputStream(from)) {
        write(content, folder.resolve(file.getValue()));
      }
    }
  }

  private static void write(InputStream content, Path to) {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      FileException error = FileException.unwritable(to, e);
      try {
        Files.deleteIfExists(part);
      } catch (IOException left) {
        error.addSuppressed(left);
      }
      throw error;
    }
  }
}

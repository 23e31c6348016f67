package io.imagepriors.datasets;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with files in MNIST's format: MNIST itself, Fashion-MNIST, or grey images of any size.
 * Labels are optional. The folder is that of parameter {@code data}, else that of the environment
 * variable {@value #VARIABLE}, else the cache folder {@code datasets/mnist}, which {@code
 * download=true} fills if it lacks what is asked for.
 *
 * <p>Images are kept as bytes: MNIST's 60,000 take 47 MB. Each load reads the files anew.
 * Thread-safe.
 */
final class MnistDataset implements Dataset {
  /** The environment variable that names the folder. */
  static final String VARIABLE = "IMAGEPRIORS_MNIST";

  static final Parameter<Optional<Path>> DATA =
      Parameter.path(
          "data", "folder of files like train-images-idx3-ubyte[.gz]; else $" + VARIABLE);
  static final Parameter<Boolean> DOWNLOAD =
      Parameter.flag(
          "download", false, "fetch MNIST into the cache folder if neither names a folder");

  /** Long enough for 11 MB over a slow line, short enough for a network that swallows packets. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of("mnist", "a folder of files in MNIST's format").with(DATA, DOWNLOAD);

  private final Map<String, MnistFiles> splits = new LinkedHashMap<>();
  private final Optional<Path> named;
  private final Path cache;
  private final MnistDownload download;

  /**
   * A dataset.
   *
   * @param named the folder to look in where no parameter names one
   * @param cache where else to look, and where downloads go
   */
  MnistDataset(Optional<Path> named, Path cache, MnistDownload download) {
    this.named = named;
    this.cache = cache;
    this.download = download;
    splits.put("train", MnistFiles.TRAIN);
    splits.put("test", MnistFiles.TEST);
  }

  /** The dataset as this process's environment and system properties set it up. */
  static MnistDataset ofThisMachine() {
    Path home = Path.of(System.getProperty("user.home", "."), ".imagepriors");
    Path cache = Path.of(System.getProperty("imagepriors.cache", home.toString()));
    String variable = System.getenv().getOrDefault(VARIABLE, "");
    Optional<Path> named = variable.isEmpty() ? Optional.empty() : Optional.of(Path.of(variable));
    return new MnistDataset(
        named,
        cache.resolve("datasets").resolve("mnist"),
        new OnlineDownload(
            new BoundedDownload(folder -> DjlMnist.ofTheNetwork().fetch(folder), LIMIT)));
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.copyOf(splits.keySet());
  }

  @Override
  public LabelledImages load(String split, Parameters parameters) {
    MnistFiles files = splits.get(split);
    if (files == null) {
      throw InvalidInputException.unknown("split of 'mnist'", split, splits.keySet());
    }
    Optional<Path> chosen = parameters.get(DATA).or(() -> named);
    Path folder = chosen.orElse(cache);
    if (chosen.isEmpty() && parameters.get(DOWNLOAD) && !files.areIn(folder)) {
      download.fetch(folder);
    }
    if (!files.areIn(folder)) {
      throw missing(folder, files);
    }
    return files.read(folder, origin(folder) + " " + split);
  }

  private static FileException missing(Path folder, MnistFiles files) {
    String expected =
        "%s and, for labels, %s here, either may end in .gz (name another folder by parameter"
            + " 'data' or variable %s, or set 'download' to true for MNIST itself)";
    return FileException.unusable(
        folder, expected.formatted(files.images(), files.labels(), VARIABLE), "no such images");
  }

  /** A model's metadata must not call Fashion-MNIST mnist; the folder's name tells them apart. */
  private static String origin(Path folder) {
    String name = FolderName.of(folder);
    return name.equals("mnist") ? name : "mnist (" + name + ")";
  }
}

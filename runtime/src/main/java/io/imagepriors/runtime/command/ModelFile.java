package io.imagepriors.runtime.command;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.ModelReader;
import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Model files that are opened by the readers that are plugged in. */
public final class ModelFile {
  private static final Map<Kind<?>, Kind<? extends ModelReader<?>>> READERS = new LinkedHashMap<>();

  static {
    READERS.put(Kind.PRIOR, Kind.PRIOR_READER);
    READERS.put(Kind.CLASSIFIER, Kind.CLASSIFIER_READER);
  }

  private ModelFile() {}

  /** Whether model files can hold plug-ins of that kind. */
  static boolean canHold(Kind<?> kind) {
    return READERS.containsKey(kind);
  }

  /**
   * Opens a model file of a known kind.
   *
   * @param kind one that model files {@linkplain #canHold can hold}
   * @param name what the user wrote
   * @return a plug-in that the caller closes, or nothing if this is no path that a reader takes
   * @throws InvalidInputException if there is such a file and no reader for it, or it is broken, or
   *     holds something else
   */
  public static <P extends Plugin> Optional<P> open(Kind<P> kind, String name, Catalog catalog) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    Optional<? extends ModelReader<?>> reader = reader(READERS.get(kind), file, catalog);
    if (reader.isEmpty() && Files.isRegularFile(file)) {
      throw InvalidInputException.unknown(
          "kind of model file", name, catalog.names(READERS.get(kind)));
    }
    return reader.map(found -> kind.type().cast(found.open(file)));
  }

  /**
   * Opens a model file whatever it holds.
   *
   * @param name what the user wrote
   * @return a plug-in that the caller closes, or nothing if this is no path that a reader takes
   * @throws InvalidInputException as {@link #open}; of several readers' errors the first
   */
  public static Optional<Plugin> openAny(String name, Catalog catalog) {
    Optional<FileException> error = Optional.empty();
    for (Kind<?> kind : List.copyOf(READERS.keySet())) {
      try {
        Optional<? extends Plugin> opened = open(kind, name, catalog);
        if (opened.isPresent()) {
          return Optional.of(opened.get());
        }
      } catch (FileException e) {
        error = error.or(() -> Optional.of(e));
      }
    }
    if (error.isPresent()) {
      throw error.get();
    }
    return Optional.empty();
  }

  private static <R extends ModelReader<?>> Optional<R> reader(
      Kind<R> kind, Path file, Catalog catalog) {
    return catalog.entries(kind).stream()
        .map(Entry::plugin)
        .filter(plugin -> plugin.accepts(file))
        .findFirst();
  }
}

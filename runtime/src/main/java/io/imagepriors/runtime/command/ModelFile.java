package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Model files that are opened by the readers that are plugged in. */
public final class ModelFile {
  private ModelFile() {}

  /**
   * Opens a model file.
   *
   * @param name what the user wrote
   * @return a prior that the caller closes, or nothing if this is no path that a reader takes
   * @throws InvalidInputException if there is such a file and no reader for it, or it is broken
   */
  public static Optional<Prior> open(String name, Catalog catalog) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    Optional<PriorReader> reader =
        catalog.entries(Kind.PRIOR_READER).stream()
            .map(Entry::plugin)
            .filter(plugin -> plugin.accepts(file))
            .findFirst();
    if (reader.isEmpty() && Files.isRegularFile(file)) {
      throw InvalidInputException.unknown(
          "kind of model file", name, catalog.names(Kind.PRIOR_READER));
    }
    return reader.map(plugin -> plugin.open(file));
  }
}

package io.imagepriors.runtime.plugin;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.command.Publication;
import io.imagepriors.runtime.file.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The folder where users drop plug-ins: jars become bundles, everything else is a model file or a
 * problem. Names that begin with a dot are not looked at, so that a file may grow under such a name
 * and then be renamed. Thread-safe.
 */
public final class DropFolder implements Publication {
  private final Path folder;
  private final Catalog catalog;
  private final PluginFolder jars;
  private final ModelFolder models;

  /** A folder from which nothing has been taken yet. */
  public DropFolder(Path folder, Catalog catalog, PluginFolder jars, ModelFolder models) {
    this.folder = folder;
    this.catalog = catalog;
    this.jars = jars;
    this.models = models;
  }

  /** Whether a file is looked at. */
  public boolean accepts(File file) {
    return !file.getName().startsWith(".");
  }

  /** Takes all that is there, jars first: they may bring the readers of the models. */
  public void load() {
    jars.load(folder.toFile());
    File[] others = folder.toFile().listFiles(file -> accepts(file) && !jars.accepts(file));
    if (others != null) {
      Arrays.sort(others);
      Arrays.stream(others).forEach(models::put);
    }
  }

  /** Takes a file, new or changed. */
  public void put(File file) {
    if (jars.accepts(file)) {
      jars.put(file);
    } else {
      models.put(file);
    }
  }

  /** Gives up a file that is gone. */
  public void remove(File file) {
    if (jars.accepts(file)) {
      jars.remove(file);
    } else {
      models.remove(file);
    }
  }

  @Override
  public Path workshop() {
    return folder.resolve(".training");
  }

  @Override
  public Path publish(Path model) {
    Path target = folder.resolve(String.valueOf(model.getFileName()));
    try {
      AtomicFile.write(target, Files.readAllBytes(model));
    } catch (IOException e) {
      throw FileException.unreadable(model, e);
    }
    put(target.toFile());
    for (Problem problem : catalog.problem(target.toString()).stream().toList()) {
      throw InvalidInputException.of(
          "model " + model, "be one that can be plugged in", problem.reason());
    }
    return target;
  }
}

package io.imagepriors.runtime.plugin;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.command.Publication;
import io.imagepriors.runtime.file.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The folder where users drop plug-ins: jars become bundles, one jar may list the trusted models,
 * everything else is a model file or a problem. Names that begin with a dot are not looked at, so
 * that a file may grow under such a name and then be renamed. Thread-safe.
 */
public final class DropFolder implements Publication {
  private final Path folder;
  private final LiveCatalog catalog;
  private final TrustedCopies copies;
  private final ModelListFile list;
  private final PluginFolder jars;
  private final ModelFolder models;

  /**
   * A folder from which nothing has been taken yet.
   *
   * @param copies where files become what is used, in {@code jars} and {@code models} too
   */
  public DropFolder(
      Path folder,
      LiveCatalog catalog,
      TrustedCopies copies,
      PluginFolder jars,
      ModelFolder models) {
    this.folder = folder;
    this.catalog = catalog;
    this.copies = copies;
    this.list = new ModelListFile(catalog, copies, models);
    this.jars = jars;
    this.models = models;
  }

  /** Whether a file is looked at. */
  public boolean accepts(File file) {
    return !file.getName().startsWith(".");
  }

  /**
   * Takes all that is there: the list of trusted models first, then jars, which may bring the
   * readers of the models.
   */
  public void load() {
    load(ModelListFile::is, list::put);
    load(jars::accepts, jars::put);
    load(file -> !ModelListFile.is(file) && !jars.accepts(file), models::put);
  }

  private void load(Predicate<File> kind, Consumer<File> taker) {
    File[] files = folder.toFile().listFiles(file -> accepts(file) && kind.test(file));
    if (files != null) {
      Arrays.sort(files);
      Arrays.stream(files).forEach(taker);
    }
  }

  /** Takes a file, new or changed. */
  public void put(File file) {
    if (ModelListFile.is(file)) {
      list.put(file);
    } else if (jars.accepts(file)) {
      jars.put(file);
    } else {
      models.put(file);
    }
  }

  /** Gives up a file that is gone. */
  public void remove(File file) {
    if (ModelListFile.is(file)) {
      list.remove(file);
    } else if (jars.accepts(file)) {
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
  public void requireOpen() {
    copies.policy().requireOpenToNewModels();
  }

  @Override
  public Path publish(Path model) {
    requireOpen();
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

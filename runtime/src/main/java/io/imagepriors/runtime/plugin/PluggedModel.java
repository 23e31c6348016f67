package io.imagepriors.runtime.plugin;

import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.runtime.catalog.PluginServices;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/** One model file as a prior. It works on a copy: the file may go or change at any time. */
final class PluggedModel implements AutoCloseable {
  /** The fact that gives a model's version, and so its rank among priors of one name. */
  static final String VERSION_FACT = "version";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu.M.d.HHmmss").withZone(ZoneOffset.UTC);

  private final PriorReader reader;
  private final Prior prior;
  private final Path copy;
  private final Map<String, Object> properties;
  private ServiceRegistration<Prior> registration;

  private PluggedModel(PriorReader reader, Prior prior, Path copy, Map<String, Object> properties) {
    this.reader = reader;
    this.prior = prior;
    this.copy = copy;
    this.properties = properties;
  }

  /**
   * Copies a file and opens the copy.
   *
   * @param copies the folder for copies
   * @throws Exception what the reader throws, or an I/O error
   */
  static PluggedModel open(File file, PriorReader reader, Path copies) throws Exception {
    Files.createDirectories(copies);
    Path copy = Files.createTempDirectory(copies, "model-").resolve(file.getName());
    try {
      Instant date = Files.getLastModifiedTime(file.toPath()).toInstant();
      Files.copy(file.toPath(), copy);
      Prior prior = TimeLimit.MODEL.call("opening " + file.getName(), () -> reader.open(copy));
      Map<String, Object> properties =
          Map.of(
              PluginServices.NAME_PROPERTY,
              prior.name(),
              PluginServices.VERSION_PROPERTY,
              version(prior, date),
              PluginServices.FILE_PROPERTY,
              file.toString());
      return new PluggedModel(reader, prior, copy, properties);
    } catch (Exception e) {
      discard(copy);
      throw e;
    }
  }

  /** A model that tells no version counts by its file's date, so that the newer one serves. */
  private static Version version(Prior prior, Instant date) {
    String text = prior.descriptor().facts().get(VERSION_FACT);
    return text == null ? Version.parseVersion(DATE.format(date)) : Version.parseVersion(text);
  }

  PriorReader reader() {
    return reader;
  }

  void register(BundleContext context) {
    registration =
        context.registerService(Prior.class, prior, FrameworkUtil.asDictionary(properties));
  }

  /** Takes the prior out of the registry, waits for evaluations that run, and frees all. */
  @Override
  public void close() {
    try {
      if (registration != null) {
        registration.unregister();
      }
    } catch (IllegalStateException e) {
      registration = null; // the framework was faster
    }
    prior.close();
    discard(copy);
  }

  private static void discard(Path copy) {
    try {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(copy.toAbsolutePath().getParent());
    } catch (IOException e) {
      copy.toFile().deleteOnExit(); // a file in a temporary folder that goes with the process
    }
  }
}

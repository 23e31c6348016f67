package io.imagepriors.runtime.plugin;

import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.runtime.catalog.PluginServices;
import java.io.File;
import java.nio.file.Files;
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
  private final PrivateCopy copy;
  private final Map<String, Object> properties;
  private ServiceRegistration<Prior> registration;

  private PluggedModel(
      PriorReader reader, Prior prior, PrivateCopy copy, Map<String, Object> properties) {
    this.reader = reader;
    this.prior = prior;
    this.copy = copy;
    this.properties = properties;
  }

  /**
   * Copies a file that may be used and opens the copy.
   *
   * @throws Exception what the reader throws, an I/O error, or why the file may not be used
   */
  static PluggedModel open(File file, PriorReader reader, TrustedCopies copies) throws Exception {
    Instant date = Files.getLastModifiedTime(file.toPath()).toInstant();
    PrivateCopy copy = copies.model(file);
    try {
      Prior prior =
          TimeLimit.MODEL.call("opening " + file.getName(), () -> reader.open(copy.path()));
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
      copy.close();
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

  PrivateCopy copy() {
    return copy;
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
    copy.close();
  }
}

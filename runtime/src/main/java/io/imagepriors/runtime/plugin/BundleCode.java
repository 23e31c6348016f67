package io.imagepriors.runtime.plugin;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.PriorReader;
import io.imagepriors.runtime.command.verification.PluginCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Finds the code of plug-ins in the bundles that registered them. Thread-safe. */
public final class BundleCode implements PluginCode {
  private static final String FILTER = "(" + PluggedBundle.PROVIDER_PROPERTY + "=*)";

  private final BundleContext context;
  private final Path copies;

  /**
   * @param context finds services and bundles
   * @param copies a folder for model files taken out of bundles, which goes with the process
   */
  public BundleCode(BundleContext context, Path copies) {
    this.context = context;
    this.copies = copies;
  }

  @Override
  public Optional<Class<? extends PluginProvider>> providerOf(Plugin plugin) {
    for (ServiceReference<?> reference : references()) {
      boolean found = context.getService(reference) == plugin;
      context.ungetService(reference);
      Bundle bundle = reference.getBundle();
      if (found && bundle != null) { // null if it went meanwhile
        return load(bundle, (String) reference.getProperty(PluggedBundle.PROVIDER_PROPERTY));
      }
    }
    return Optional.empty();
  }

  private List<ServiceReference<?>> references() {
    try {
      ServiceReference<?>[] references = context.getServiceReferences((String) null, FILTER);
      return references == null ? List.of() : List.of(references);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Class<? extends PluginProvider>> load(Bundle bundle, String provider) {
    try {
      return Optional.of(bundle.loadClass(provider).asSubclass(PluginProvider.class));
    } catch (ClassNotFoundException | IllegalStateException e) {
      return Optional.empty(); // it went meanwhile
    }
  }

  @Override
  public Optional<Path> modelFor(PriorReader reader) {
    Optional<Path> refused = Optional.empty();
    for (Bundle bundle : context.getBundles()) {
      for (URL entry : entries(bundle)) {
        Path name = Path.of(entry.getPath().replaceFirst(".*/", ""));
        if (reader.accepts(name)) {
          Path model = copy(entry, name);
          if (opens(reader, model)) {
            return Optional.of(model);
          }
          refused = Optional.of(model);
        }
      }
    }
    return refused;
  }

  /** A file of the right name may hold another kind of model. */
  private static boolean opens(PriorReader reader, Path model) {
    try {
      reader.open(model).close();
      return true;
    } catch (RuntimeException e) { // whatever a reader throws: the checks will tell
      return false;
    }
  }

  private static List<URL> entries(Bundle bundle) {
    Enumeration<URL> entries =
        ProviderFile.isIn(bundle) ? bundle.findEntries("/", "*.*", true) : null;
    return entries == null ? new ArrayList<>() : Collections.list(entries);
  }

  private Path copy(URL entry, Path name) {
    try (InputStream in = entry.openStream()) {
      Files.createDirectories(copies);
      Path copy = Files.createTempDirectory(copies, "sample-").resolve(name);
      Files.copy(in, copy);
      return copy;
    } catch (IOException e) {
      throw FileException.unreadable(name, e);
    }
  }
}

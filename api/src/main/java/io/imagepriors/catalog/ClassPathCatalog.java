package io.imagepriors.catalog;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.net.URL;
import java.security.CodeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The plug-ins of a plain class path, without OSGi: every {@link PluginProvider} that {@link
 * ServiceLoader} finds. Nothing comes or goes until it is closed; of two plug-ins of one kind and
 * name the one that stands first on the class path serves. It owns the plug-ins. Thread-safe.
 */
public final class ClassPathCatalog implements Catalog, AutoCloseable {
  private final List<Plugin> owned = new ArrayList<>();
  private final List<Entry<?>> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<List<Object>> taken = new HashSet<>();
  private final Instant since = Instant.now();

  private ClassPathCatalog() {}

  /** The plug-ins that the calling thread's context class loader sees. */
  public static ClassPathCatalog load() {
    return load(Thread.currentThread().getContextClassLoader());
  }

  /** The plug-ins that a class loader sees. A provider that fails is a problem, not an error. */
  public static ClassPathCatalog load(ClassLoader loader) {
    ClassPathCatalog catalog = new ClassPathCatalog();
    Iterator<PluginProvider> providers =
        ServiceLoader.load(PluginProvider.class, loader).iterator();
    boolean more = true;
    while (more) {
      more = catalog.takeNext(providers);
    }
    catalog.entries.sort(Entry.listing());
    return catalog;
  }

  @Override
  public List<Entry<?>> entries() {
    return List.copyOf(entries);
  }

  @Override
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The listener is never called: nothing changes on a class path. */
  @Override
  public Runnable listen(CatalogListener listener) {
    return () -> {};
  }

  /** Closes all plug-ins; later use of their models throws as {@link Plugin#close} says. */
  @Override
  public void close() {
    owned.forEach(Plugin::close);
  }

  /** Takes the next provider, if there is one. */
  private boolean takeNext(Iterator<PluginProvider> providers) {
    String source = "META-INF/services/" + PluginProvider.class.getName();
    try {
      if (!providers.hasNext()) {
        return false;
      }
      PluginProvider provider = providers.next();
      source = provider.getClass().getName();
      for (Plugin plugin : provider.plugins()) {
        take(plugin, provider.getClass());
      }
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      problems.add(new Problem(source, reason, since));
    }
    return true;
  }

  private void take(Plugin plugin, Class<?> provider) {
    owned.add(plugin);
    Package home = provider.getPackage();
    String version = home.getImplementationVersion();
    Origin origin = new Origin("", version == null ? "" : version, location(provider));
    for (Kind<?> kind : Kind.of(plugin)) {
      entries.add(entry(kind, plugin, origin, !taken.add(List.of(kind, plugin.name()))));
    }
  }

  private <P extends Plugin> Entry<P> entry(
      Kind<P> kind, Plugin plugin, Origin origin, boolean shadowed) {
    return new Entry<>(kind, plugin.name(), kind.type().cast(plugin), origin, since, shadowed);
  }

  private static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    return url == null ? type.getName() : url.getPath();
  }
}

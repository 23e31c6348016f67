package io.imagepriors.runtime.shell;

import io.imagepriors.catalog.Catalog;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginServices;
import io.imagepriors.runtime.plugin.DropFolder;
import io.imagepriors.runtime.plugin.FixedPlugins;
import io.imagepriors.runtime.plugin.ModelFolder;
import io.imagepriors.runtime.plugin.PluginArtifacts;
import io.imagepriors.runtime.plugin.PluginExtender;
import io.imagepriors.runtime.plugin.PluginFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Wires the runtime together when its bundle starts. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class RuntimeActivator implements BundleActivator {
  private static final Dictionary<String, String> NO_PROPERTIES =
      FrameworkUtil.asDictionary(Map.of());

  private PluginServices services;
  private PluginExtender extender;
  private ModelFolder models;

  /** Made by the framework. */
  public RuntimeActivator() {}

  @Override
  public void start(BundleContext context) {
    LiveCatalog catalog = new LiveCatalog(Clock.systemUTC());
    services = new PluginServices(context, catalog);
    services.open();
    extender = new PluginExtender(context, catalog);
    extender.open();
    context.registerService(Catalog.class, catalog, NO_PROPERTIES);
    Optional<Path> folder =
        Optional.ofNullable(context.getProperty("imagepriors.plugins")).map(Path::of);
    Optional<DropFolder> dropped = folder.map(path -> startPlugins(context, catalog, path));
    Entry entry = new Entry(context, catalog, CommandSet.all(folder, dropped, site(context)));
    ToIntFunction<String[]> run = entry::run;
    context.registerService(ToIntFunction.class, run, role("run"));
    context.registerService(Runnable.class, entry::cancel, role("cancel"));
  }

  /** All plug-ins that are present are ready when this bundle has started. */
  private DropFolder startPlugins(BundleContext context, LiveCatalog catalog, Path folder) {
    FixedPlugins.start(context, catalog);
    PluginFolder jars = new PluginFolder(context.getBundle(0).getBundleContext(), catalog);
    models = new ModelFolder(context, catalog, context.getDataFile("models").toPath());
    DropFolder plugins = new DropFolder(folder, catalog, jars, models);
    plugins.load();
    if (Boolean.parseBoolean(context.getProperty("imagepriors.interactive"))) {
      // Before File Install starts, which would install the jars in its own way.
      context.registerService(
          new String[] {ArtifactInstaller.class.getName(), ArtifactListener.class.getName()},
          new PluginArtifacts(plugins),
          NO_PROPERTIES);
    }
    return plugins;
  }

  @Override
  public void stop(BundleContext context) {
    if (models != null) {
      models.close();
    }
    extender.close();
    services.close();
  }

  /** The launcher tells where the product is installed; other containers don't. */
  private static Optional<Site> site(BundleContext context) {
    return Optional.ofNullable(context.getProperty("imagepriors.home"))
        .map(home -> new Site(Path.of(home), context.getDataFile("bench").toPath()));
  }

  private static Dictionary<String, String> role(String name) {
    return FrameworkUtil.asDictionary(Map.of("imagepriors.entry", name));
  }
}

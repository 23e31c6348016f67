package io.imagepriors.runtime.shell;

import io.imagepriors.catalog.Catalog;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginServices;
import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.verification.PluginCode;
import io.imagepriors.runtime.plugin.BundleCode;
import io.imagepriors.runtime.plugin.DropFolder;
import io.imagepriors.runtime.plugin.FixedPlugins;
import io.imagepriors.runtime.plugin.ModelFolder;
import io.imagepriors.runtime.plugin.OddFiles;
import io.imagepriors.runtime.plugin.PluginArtifacts;
import io.imagepriors.runtime.plugin.PluginExtender;
import io.imagepriors.runtime.plugin.PluginFolder;
import io.imagepriors.runtime.plugin.PluginRules;
import io.imagepriors.runtime.plugin.TrustedCopies;
import java.io.IOException;
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

/**
 * Wires the runtime together when its bundle starts. The launcher says by a framework property
 * where plug-ins are dropped, and calls in; without that property the container is somebody else's,
 * which installs plug-ins in its own way, and its shell gets the commands.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class RuntimeActivator implements BundleActivator {
  private static final Dictionary<String, String> NO_PROPERTIES =
      FrameworkUtil.asDictionary(Map.of());

  private PluginServices services;
  private PluginExtender extender;
  private ModelFolder models;
  private OddFiles odd;

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
    PluginCode code = new BundleCode(context, context.getDataFile("samples").toPath());
    String folder = context.getProperty("imagepriors.plugins");
    if (folder == null) {
      ContainerCommands.register(context, catalog, CommandSet.all(code, Optional.empty()));
    } else {
      Installation installation = startPlugins(context, catalog, real(folder));
      serveLauncher(context, catalog, CommandSet.all(code, Optional.of(installation)));
    }
  }

  private static void serveLauncher(BundleContext context, Catalog catalog, Commands commands) {
    Entry entry = new Entry(context, catalog, commands);
    ToIntFunction<String[]> run = entry::run;
    context.registerService(ToIntFunction.class, run, role("run"));
    context.registerService(Runnable.class, entry::cancel, role("cancel"));
  }

  /** File Install, which names files by their real folder, and this must mean the same. */
  private static Path real(String folder) {
    try {
      return Path.of(folder).toRealPath();
    } catch (IOException e) {
      return Path.of(folder).toAbsolutePath(); // it is not there yet
    }
  }

  /** All plug-ins that are present are ready when this bundle has started. */
  private Installation startPlugins(BundleContext context, LiveCatalog catalog, Path folder) {
    PluginRules rules = PluginRules.read(context::getProperty, Clock.systemUTC());
    FixedPlugins.start(context, catalog);
    rules.trust().fault().ifPresent(fault -> catalog.addProblem("settings", fault));
    TrustedCopies copies = new TrustedCopies(context.getDataFile("copies").toPath(), rules.trust());
    PluginFolder jars =
        new PluginFolder(
            context.getBundle(0).getBundleContext(), catalog, copies, rules.startLimit());
    models = new ModelFolder(context, catalog, copies);
    DropFolder plugins = new DropFolder(folder, catalog, copies, jars, models);
    plugins.load();
    if (Boolean.parseBoolean(context.getProperty("imagepriors.interactive"))) {
      // Before File Install starts, which would install the jars in its own way.
      context.registerService(
          new String[] {ArtifactInstaller.class.getName(), ArtifactListener.class.getName()},
          new PluginArtifacts(plugins),
          NO_PROPERTIES);
      odd = OddFiles.watch(folder, plugins);
    }
    Path home = Path.of(context.getProperty("imagepriors.home"));
    Site site = new Site(home, context.getDataFile("bench").toPath());
    return new Installation(folder, plugins, rules.trust(), site);
  }

  @Override
  public void stop(BundleContext context) {
    if (odd != null) {
      odd.close();
    }
    if (models != null) {
      models.close();
    }
    extender.close();
    services.close();
  }

  private static Dictionary<String, String> role(String name) {
    return FrameworkUtil.asDictionary(Map.of("imagepriors.entry", name));
  }
}

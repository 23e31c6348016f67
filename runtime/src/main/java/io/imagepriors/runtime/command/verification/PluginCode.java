package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.PriorReader;
import java.nio.file.Path;
import java.util.Optional;

/** What lies behind plug-ins that are in use, so that copies of them can be tried instead. */
public interface PluginCode {

  /** The class that gave a plug-in; empty where no provider did. */
  Optional<Class<? extends PluginProvider>> providerOf(Plugin plugin);

  /** A model file that a reader opens, or else is meant for, if one is plugged in: a copy of it. */
  Optional<Path> modelFor(PriorReader reader);

  /** Where nothing is known. */
  static PluginCode unknown() {
    return new PluginCode() {
      @Override
      public Optional<Class<? extends PluginProvider>> providerOf(Plugin plugin) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> modelFor(PriorReader reader) {
        return Optional.empty();
      }
    };
  }
}

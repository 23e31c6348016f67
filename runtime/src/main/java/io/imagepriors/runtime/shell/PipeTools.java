package io.imagepriors.runtime.shell;

import java.util.Dictionary;
import java.util.Map;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Gogo's own small tools for pipes, as in {@code list | grep mask}. */
final class PipeTools {
  /** No {@code cd}: our commands work in the process's folder. */
  private static final String[] NAMES = {
    "cat", "date", "echo", "grep", "head", "less", "ls", "sort", "tail", "wc"
  };

  private PipeTools() {}

  static ServiceRegistration<?> register(BundleContext context, CommandProcessor processor) {
    Dictionary<String, Object> properties =
        FrameworkUtil.asDictionary(
            Map.of(
                CommandProcessor.COMMAND_SCOPE, "posix", CommandProcessor.COMMAND_FUNCTION, NAMES));
    return context.registerService(Posix.class, new Posix(processor), properties);
  }
}

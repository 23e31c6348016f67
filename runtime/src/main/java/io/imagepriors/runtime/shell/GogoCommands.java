package io.imagepriors.runtime.shell;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Our commands in the service registry, where every Gogo finds them. */
final class GogoCommands implements AutoCloseable {
  /** The part before the colon in {@code priors:list}. */
  static final String SCOPE = "priors";

  private final List<ServiceRegistration<?>> registrations;

  private GogoCommands(List<ServiceRegistration<?>> registrations) {
    this.registrations = registrations;
  }

  /** Registers all commands of a shell, and its help, until they are closed. */
  static GogoCommands register(BundleContext context, ShellContext shell) {
    List<ServiceRegistration<?>> registrations = new ArrayList<>();
    Stream.concat(shell.commands().names().stream(), Stream.of("help"))
        .forEach(name -> registrations.add(register(context, shell, name)));
    return new GogoCommands(registrations);
  }

  private static ServiceRegistration<?> register(
      BundleContext context, ShellContext shell, String name) {
    Dictionary<String, String> properties =
        FrameworkUtil.asDictionary(
            Map.of(CommandProcessor.COMMAND_SCOPE, SCOPE, CommandProcessor.COMMAND_FUNCTION, name));
    return context.registerService(Function.class, new GogoCommand(name, shell), properties);
  }

  @Override
  public void close() {
    registrations.forEach(ServiceRegistration::unregister);
  }
}

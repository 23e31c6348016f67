package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.ExitCode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Runs lines in Gogo with our commands in scope {@code priors}. Used by one thread. */
final class GogoSession implements AutoCloseable {
  /** Gogo takes the brackets of {@code test[0:100]} for a list, unless the word is quoted. */
  private static final Pattern RANGE =
      Pattern.compile("\"[^\"]*\"|'[^']*'|(?<!\\S)(\\S*[A-Za-z0-9]\\[\\d*:?\\d*\\])(?!\\S)");

  private final ShellContext shell;
  private final CommandSession session;
  private final GogoCommands commands;
  private final ServiceRegistration<?> tools;

  private GogoSession(
      ShellContext shell,
      CommandSession session,
      GogoCommands commands,
      ServiceRegistration<?> tools) {
    this.shell = shell;
    this.session = session;
    this.commands = commands;
    this.tools = tools;
  }

  /** Opens a session on the process's own streams, since Gogo replaces {@code System.out}. */
  static GogoSession open(BundleContext context, ShellContext shell) {
    ServiceReference<CommandProcessor> gogo = context.getServiceReference(CommandProcessor.class);
    CommandProcessor processor = context.getService(gogo);
    CommandSession session =
        processor.createSession(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    session.put("SCOPE", GogoCommands.SCOPE + ":gogo:*");
    return new GogoSession(
        shell,
        session,
        GogoCommands.register(context, shell),
        PipeTools.register(context, processor));
  }

  /** Runs a line to its end; what goes wrong is printed. Gives the exit code. */
  int run(String line) {
    shell.ended(ExitCode.OK);
    try {
      Object value = session.execute(quoteRanges(line));
      if (value != null) {
        PrintStream out = shell.console().out();
        out.println(session.format(value, 0));
        out.flush();
      }
    } catch (Exception e) { // whatever a line of a script can throw
      return report(e);
    }
    return shell.lastCode();
  }

  /** Interrupts what runs now, for commands that do not stop when asked. */
  void interrupt() {
    Optional.ofNullable(session.foregroundJob()).ifPresent(Job::interrupt);
  }

  static String quoteRanges(String line) {
    return RANGE
        .matcher(line)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null ? found.group() : "\"" + found.group(1) + "\""));
  }

  private int report(Exception error) {
    String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    if (error.getClass().getSimpleName().equals("CommandNotFoundException")) {
      String name = message.substring(message.lastIndexOf(' ') + 1);
      return shell.run(List.of(name), shell.console(), shell.foreground().begin());
    }
    shell.console().err().println("error: " + message);
    return ExitCode.BAD_INPUT;
  }

  @Override
  public void close() {
    commands.close();
    tools.unregister();
    session.close();
  }
}

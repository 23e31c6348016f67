package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.WithdrawnException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs command lines and turns whatever escapes a command into one line on standard error and an
 * {@link ExitCode}. With the system property {@code imagepriors.debug=true} the trace follows.
 */
public final class CommandRunner {
  private final String version;

  /**
   * A runner for one version of the product.
   *
   * @param version what {@code --version} answers
   */
  public CommandRunner(String version) {
    this.version = version;
  }

  /** Runs a command line, the command's name first; gives an exit code and never throws. */
  public int run(List<String> line, Session session) {
    PrintStream out = session.console().out();
    try {
      int code = dispatch(line, session);
      if (out.checkError()) {
        throw new InvalidInputException("standard output can't be written: the answer is cut off");
      }
      return code;
    } catch (Throwable e) { // the shell must survive its commands, a broken native library included
      out.flush();
      return report(e, session.console());
    }
  }

  private int dispatch(List<String> line, Session session) throws Exception {
    String first = line.isEmpty() ? "help" : line.get(0);
    switch (first) {
      case "--version", "version" -> {
        session.console().out().println("priors " + version);
        return ExitCode.OK;
      }
      case "--help", "-h", "help" -> {
        if (line.size() > 1 && session.commands().has(line.get(1))) {
          List<String> asked = new ArrayList<>(line.subList(1, line.size()));
          asked.add("--help");
          return dispatch(asked, session);
        }
        Usage.printOverview(session);
        return ExitCode.OK;
      }
      default -> {
        if (first.startsWith("-")) {
          throw new InvalidInputException(
              "unknown option '" + first + "'; the command comes first: priors COMMAND OPTIONS");
        }
        return run(session.commands().get(first), line.subList(1, line.size()), session);
      }
    }
  }

  private static int run(Command command, List<String> words, Session session) throws Exception {
    if (command instanceof CommandGroup group) {
      return runMember(group, words, session);
    }
    if (command instanceof SwitchedCommand forms) {
      return run(forms.form(words), words, session);
    }
    try (Request request = new Request(command.signature(), words, session)) {
      if (request.wantsHelp()) {
        request.printHelp();
        return ExitCode.OK;
      }
      return command.run(request.invocation());
    }
  }

  private static int runMember(CommandGroup group, List<String> words, Session session)
      throws Exception {
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.equals("--help") || first.equals("-h")) {
      Usage.printGroup(group, session.console());
      return ExitCode.OK;
    }
    return run(group.member(first), words.subList(1, words.size()), session);
  }

  private static int report(Throwable error, Console console) {
    int code = ExitCode.INTERNAL;
    String label = "internal error: ";
    String message = error.toString();
    if (error instanceof CancelledException) {
      code = ExitCode.CANCELLED;
      label = "";
      message = error.getMessage();
    } else if (error instanceof InvalidInputException) {
      code = ExitCode.BAD_INPUT;
      label = "error: ";
      message = error.getMessage();
    } else if (error instanceof WithdrawnException) {
      code = ExitCode.WITHDRAWN;
      label = "error: ";
      message = error.getMessage();
    }
    print(label, message.lines().findFirst().orElse(""), console);
    if (Boolean.getBoolean("imagepriors.debug")) {
      error.printStackTrace(console.err());
    }
    console.err().flush();
    return code;
  }

  private static void print(String label, String message, Console console) {
    String shown = console.colourErr() ? "\u001b[1;31m" + label + "\u001b[0m" : label;
    console.err().println(shown + message);
  }
}

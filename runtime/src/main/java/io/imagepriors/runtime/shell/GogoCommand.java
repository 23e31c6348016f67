package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.Cancellation;
import io.imagepriors.runtime.command.Console;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;

/** One of our commands as a function of Gogo, so that pipes, redirection and variables work. */
final class GogoCommand implements Function {
  private final String name;
  private final ShellContext shell;

  GogoCommand(String name, ShellContext shell) {
    this.name = name;
    this.shell = shell;
  }

  @Override
  public Object execute(CommandSession session, List<Object> arguments) {
    List<String> line = new ArrayList<>();
    line.add(name);
    arguments.forEach(argument -> line.add(String.valueOf(argument)));
    Process process = Process.Utils.current();
    Cancellation cancellation = shell.foreground().begin();
    try {
      shell.ended(shell.run(line, console(process), cancellation));
    } finally {
      shell.foreground().end(cancellation);
    }
    return null; // Gogo prints nothing for it
  }

  private Console console(Process process) {
    Console whole = shell.console();
    return new Console(
        process.out(),
        process.err(),
        whole.outIsTerminal() && process.isTty(1),
        whole.errIsTerminal() && process.isTty(2),
        whole.columns(),
        whole.colour());
  }
}

package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;

/** The shell in a terminal: editing, history, completion, Ctrl-C and Ctrl-D. */
final class InteractiveShell {
  private static final int HISTORY_LINES = 2000;

  private final Terminal terminal;

  private InteractiveShell(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Opens the process's terminal. */
  static InteractiveShell open() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // JLine looks for the terminal's drivers with the context loader and is dumb without them.
    thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
    try {
      return new InteractiveShell(TerminalBuilder.builder().name("priors").system(true).build());
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal can't be opened", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The terminal as commands see it, as wide as it is now. */
  Console console() {
    int width = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
    return new Console(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, terminal.encoding()),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, terminal.encoding()),
        true,
        true,
        width,
        StandardConsole.coloursWelcome());
  }

  /** Reads and runs lines until the user leaves. */
  void run(ShellContext shell, GogoSession session) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("priors")
            .completer(new ShellCompleter(shell))
            .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
            .variable(LineReader.LIST_MAX, 200)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.AUTO_FRESH_LINE, true)
            .build();
    historyFile().ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    try {
      while (step(reader, shell, session)) {
        terminal.flush();
      }
    } finally {
      close();
    }
  }

  private boolean step(LineReader reader, ShellContext shell, GogoSession session) {
    try {
      String line = reader.readLine(prompt());
      if (ShellWords.leaves(line)) {
        return false;
      }
      if (ShellWords.clears(line)) {
        terminal.puts(InfoCmp.Capability.clear_screen);
      } else if (!ShellWords.isEmpty(line)) {
        runInterruptibly(line, shell, session);
      }
      return true;
    } catch (UserInterruptException e) {
      return true; // Ctrl-C at the prompt drops the line
    } catch (EndOfFileException e) {
      return false;
    }
  }

  /** The first Ctrl-C asks the command to stop, further ones interrupt it. */
  private void runInterruptibly(String line, ShellContext shell, GogoSession session) {
    AtomicInteger asked = new AtomicInteger();
    Terminal.SignalHandler before =
        terminal.handle(
            Terminal.Signal.INT,
            signal -> {
              shell.foreground().cancel();
              if (asked.getAndIncrement() > 0) {
                session.interrupt();
              }
            });
    try {
      session.run(line);
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
    }
  }

  private String prompt() {
    return new AttributedStringBuilder()
        .style(AttributedStyle.BOLD.foreground(AttributedStyle.CYAN))
        .append("priors> ")
        .style(AttributedStyle.DEFAULT)
        .toAnsi(terminal);
  }

  /** Without a home that can be written there is a history for this session alone. */
  private static java.util.Optional<Path> historyFile() {
    Path folder = Path.of(System.getProperty("user.home"), ".imagepriors");
    try {
      Files.createDirectories(folder);
      return java.util.Optional.of(folder.resolve("history"));
    } catch (IOException e) {
      return java.util.Optional.empty();
    }
  }

  private void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal can't be closed", e);
    }
  }
}

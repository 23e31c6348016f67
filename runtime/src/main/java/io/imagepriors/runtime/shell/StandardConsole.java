package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.Console;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process's own streams, whatever {@code System.out} has become. */
final class StandardConsole {
  private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/.*|tty.*|console)");
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,3})\\s*");
  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int ERROR = 2;

  private StandardConsole() {}

  /** The console of this process. */
  static Console open() {
    boolean out = isTerminal(OUTPUT);
    boolean err = isTerminal(ERROR);
    return new Console(
        stream(FileDescriptor.out, !out),
        stream(FileDescriptor.err, false),
        out,
        err,
        out || err ? columns() : 80,
        coloursWelcome());
  }

  /** Whether a person can type into standard input. */
  static boolean inputIsTerminal() {
    return isTerminal(INPUT);
  }

  /** Whether colours are welcome where a terminal is. */
  static boolean coloursWelcome() {
    String no = System.getenv("NO_COLOR");
    return (no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean buffered) {
    FileOutputStream raw = new FileOutputStream(descriptor);
    Charset charset = terminalCharset();
    return buffered
        ? new PrintStream(new BufferedOutputStream(raw, 1 << 14), false, charset)
        : new PrintStream(new BufferedOutputStream(raw, 1 << 10), true, charset);
  }

  /** The terminal's, but UTF-8 where a bare locale claims ASCII, as in most containers. */
  private static Charset terminalCharset() {
    String name = System.getProperty("sun.stdout.encoding", "");
    Charset claimed =
        !name.isEmpty() && Charset.isSupported(name)
            ? Charset.forName(name)
            : StandardCharsets.UTF_8;
    return claimed.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : claimed;
  }

  /**
   * Whether a stream is a terminal. The launching script may say so ({@code
   * -Dimagepriors.terminals=012} lists those that are); else Linux tells by the name behind the
   * descriptor, and other systems by the program {@code test}, which inherits our streams.
   */
  private static boolean isTerminal(int descriptor) {
    String known = System.getProperty("imagepriors.terminals");
    if (known != null) {
      return known.contains(String.valueOf(descriptor));
    }
    try {
      Path link = Path.of("/proc/self/fd", String.valueOf(descriptor));
      if (Files.isSymbolicLink(link)) {
        return TERMINAL.matcher(Files.readSymbolicLink(link).toString()).matches();
      }
      return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return consoleIsTerminal(); // Windows
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What Java itself knows: whether input and output both are one. */
  @SuppressWarnings("SystemConsoleNull") // from Java 22 on, isTerminal() tells
  private static boolean consoleIsTerminal() {
    java.io.Console console = System.console();
    try {
      return console != null
          && (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static int columns() {
    String known = System.getenv("COLUMNS");
    if (known != null && known.matches("[1-9]\\d{0,3}")) {
      return Integer.parseInt(known);
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher rowsAndColumns = SIZE.matcher(size);
      if (stty.waitFor(1, TimeUnit.SECONDS) && rowsAndColumns.matches()) {
        return Integer.parseInt(rowsAndColumns.group(1));
      }
    } catch (IOException e) {
      return 80; // no such program here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 80;
  }
}

package io.imagepriors.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * {@code ./priors} without arguments in a process of its own, which goes on running from line to
 * line while files come and go in its plug-in folder. Used by one thread.
 */
final class RunningShell implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;
  private static final String END = "end-of-answer";

  private final Process process;
  private final PrintStream in;
  private final Path plugins;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private RunningShell(Process process, Path plugins) {
    this.process = process;
    this.plugins = plugins;
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "output of the shell");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a shell in a folder, with a plug-in folder of its own below it. */
  static RunningShell start(Path folder) throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    ProcessBuilder builder =
        new ProcessBuilder(ProcessRun.script())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dimagepriors.plugins=" + plugins);
    return new RunningShell(builder.start(), plugins);
  }

  /** Runs a command to its end; gives all it has written. */
  String run(String line) throws InterruptedException {
    in.println(line);
    in.println("echo " + END);
    StringBuilder answer = new StringBuilder();
    for (String next = take(line); !next.equals(END); next = take(line)) {
      answer.append(next).append('\n');
    }
    return answer.toString();
  }

  /** Runs a command again and again until its answer is as it should be; gives that. */
  String await(String line, Predicate<String> expected) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String answer = run(line);
    while (!expected.test(answer)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(line + " went on to answer\n" + answer);
      }
      answer = run(line);
    }
    return answer;
  }

  /** Drops a file in as the guide says, copied beside and then renamed; gives where it is. */
  Path drop(Path file) throws IOException {
    Path growing = plugins.resolve(".growing");
    Files.copy(file, growing);
    return Files.move(growing, plugins.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Leaves as a user does; a shell that does not leave is ended. */
  @Override
  public void close() {
    in.println("exit");
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the shell did not leave");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private String take(String line) throws InterruptedException {
    String next = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      process.destroyForcibly();
      throw new AssertionError(line + " did not answer in " + PATIENCE_SECONDS + " s");
    }
    return next;
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      out.lines().forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

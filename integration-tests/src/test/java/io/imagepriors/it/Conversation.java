package io.imagepriors.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process that is spoken to line by line while it runs. Used by one thread. */
final class Conversation implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;

  private final Process process;
  private final PrintStream in;
  private final String farewell;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private Conversation(Process process, String farewell) {
    this.process = process;
    this.farewell = farewell;
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "output of a process");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a process.
   *
   * @param farewell the line that ends it
   */
  static Conversation start(ProcessBuilder builder, String farewell) throws IOException {
    return new Conversation(builder.redirectErrorStream(true).start(), farewell);
  }

  void say(String line) {
    in.println(line);
  }

  /** All lines up to the first that is an end, which is among them; awaited. */
  String hear(Predicate<String> end) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    StringBuilder heard = new StringBuilder();
    String line;
    do {
      line = next(deadline, heard);
      heard.append(line).append('\n');
    } while (!end.test(line));
    return heard.toString();
  }

  /** Says a line again and again until the answer is as it should be; gives that. */
  String insist(String line, Predicate<String> endOfAnswer, Predicate<String> expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      say(line);
      String answer = hear(endOfAnswer);
      if (expected.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(line + " went on to answer\n" + answer);
      }
    }
  }

  /** Says farewell; a process that does not leave then is ended. */
  @Override
  public void close() {
    say(farewell);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the process did not leave at " + farewell);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String next(long deadline, StringBuilder heard) {
    try {
      String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new AssertionError("no end in " + PATIENCE_SECONDS + " s of\n" + heard);
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted after\n" + heard, e);
    }
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

package io.imagepriors.runtime.bench.speed;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands of the product as whole processes, from their begin to their end. */
public final class ProcessRuns {
  private static final Path STATISTICS = Path.of("/proc/self/stat");

  /** Places after the command's name, which is in parentheses: see proc(5). */
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_SYSTEM = 14;

  /** What the kernel counts in, whatever its own clock: a hundredth of a second. */
  private static final double TICK_MILLIS = 10;

  private final Path script;

  /**
   * One run.
   *
   * @param wall milliseconds from begin to end
   * @param processor milliseconds of processor time, user and system, of all cores together; 0
   *     where the system does not tell
   */
  public record Result(double wall, double processor) {}

  /**
   * Commands of one installation.
   *
   * @param script the product's start script
   */
  public ProcessRuns(Path script) {
    this.script = script;
  }

  /** Whether the script is there and can be run. */
  public boolean isPossible() {
    return Files.isExecutable(script);
  }

  /**
   * Runs a command and waits for its end.
   *
   * @throws IllegalStateException if it does not end with exit code 0
   */
  public Result run(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(words);
    double before = childrenMillis();
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .redirectInput(Redirect.PIPE)
            .start();
    process.getOutputStream().close();
    try {
      int exit = process.waitFor();
      double wall = (System.nanoTime() - begin) / (double) TimeUnit.MILLISECONDS.toNanos(1);
      if (exit != 0) {
        throw new IllegalStateException(String.join(" ", words) + " ended with exit code " + exit);
      }
      return new Result(wall, childrenMillis() - before);
    } finally {
      process.destroy();
    }
  }

  /** Processor time of all children that have ended. */
  private static double childrenMillis() {
    try {
      String line = Files.readString(STATISTICS);
      List<String> fields = Arrays.asList(line.substring(line.lastIndexOf(')') + 2).split(" "));
      long ticks =
          Long.parseLong(fields.get(CHILDREN_USER)) + Long.parseLong(fields.get(CHILDREN_SYSTEM));
      return ticks * TICK_MILLIS;
    } catch (IOException e) {
      return 0;
    }
  }
}

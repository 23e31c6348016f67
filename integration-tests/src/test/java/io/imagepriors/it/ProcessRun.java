package io.imagepriors.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A finished process: its exit code and what it wrote.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
record ProcessRun(int exit, String out, String err) {
  private static final long PATIENCE_SECONDS = 300;

  /** Runs {@code ./priors} with arguments, in a folder, to its end. */
  static ProcessRun priors(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(script());
    command.addAll(List.of(arguments));
    return run(folder, command, "");
  }

  /** Runs {@code ./priors} without arguments and feeds it lines. */
  static ProcessRun priorsReading(Path folder, String input)
      throws IOException, InterruptedException {
    return run(folder, List.of(script()), input);
  }

  /** Runs a program with arguments, in a folder, to its end. */
  static ProcessRun of(Path folder, List<String> command) throws IOException, InterruptedException {
    return run(folder, command, "");
  }

  /** The script that starts the product. */
  static String script() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path root = Distribution.HOME.resolve("../../..").normalize();
    return root.resolve(windows ? "priors.cmd" : "priors").toString();
  }

  /** Runs a main class on a class path of its own, in a folder, to its end. */
  static ProcessRun java(Path folder, String classPath, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Donnxruntime.native.path=" + Distribution.HOME.resolve("lib/native/onnxruntime"));
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(arguments));
    return run(folder, command, "");
  }

  private static ProcessRun run(Path folder, List<String> command, String input)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("priors", ".out");
    Path err = Files.createTempFile("priors", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end in " + PATIENCE_SECONDS + " s");
      }
      return new ProcessRun(process.exitValue(), read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

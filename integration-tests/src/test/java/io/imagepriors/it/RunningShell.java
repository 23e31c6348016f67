package io.imagepriors.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;

/**
 * {@code ./priors} without arguments in a process of its own, which goes on running from line to
 * line while files come and go in its plug-in folder. Used by one thread.
 */
final class RunningShell implements AutoCloseable {
  private static final String END = "end-of-answer";

  private final Conversation shell;
  private final Path plugins;

  private RunningShell(Conversation shell, Path plugins) {
    this.shell = shell;
    this.plugins = plugins;
  }

  /** Starts a shell in a folder, with a plug-in folder of its own below it. */
  static RunningShell start(Path folder) throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    ProcessBuilder builder = new ProcessBuilder(ProcessRun.script()).directory(folder.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dimagepriors.plugins=" + plugins);
    return new RunningShell(Conversation.start(builder, "exit"), plugins);
  }

  /** Runs a command to its end; gives all it has written. */
  String run(String line) {
    return await(line, answer -> true);
  }

  /** Runs a command again and again until its answer is as it should be; gives that. */
  String await(String line, Predicate<String> expected) {
    return shell.insist(line + "\necho " + END, END::equals, expected);
  }

  /** Drops a file in as the guide says, copied beside and then renamed; gives where it is. */
  Path drop(Path file) throws IOException {
    Path growing = plugins.resolve(".growing");
    Files.copy(file, growing);
    return Files.move(growing, plugins.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    shell.close();
  }
}

package io.imagepriors.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Apache Karaf's smallest distribution in a process of its own, with its console at our end. It
 * installs from the folder that the build has made and knows no other repository, so it needs no
 * network; it opens no port. Used by one thread.
 */
final class RunningKaraf implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("karaf.home"));
  private static final Path REPOSITORY = Path.of(System.getProperty("karaf.repository"));
  private static final String END = "end-of-answer";

  private final Conversation console;

  private RunningKaraf(Conversation console) {
    this.console = console;
  }

  /** Starts Karaf as if for the first time, and waits until its console answers. */
  static RunningKaraf start() throws IOException {
    configure();
    ProcessBuilder builder = new ProcessBuilder(HOME.resolve("bin/karaf").toString(), "clean");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Conversation console = Conversation.start(builder, "shell:logout");
    // The console reads before it has all its commands.
    Predicate<String> answered = line -> line.equals(END) || line.contains("Command not found");
    console.insist("shell:echo " + END, answered, answer -> answer.endsWith(END + "\n"));
    return new RunningKaraf(console);
  }

  /** Runs a command to its end; gives what it has written, with what the terminal adds. */
  String run(String line) {
    return await(line, answer -> true);
  }

  /** Runs a command again and again until its answer is as it should be; gives that. */
  String await(String line, Predicate<String> expected) {
    return console.insist(line + "\nshell:echo " + END, END::equals, expected);
  }

  @Override
  public void close() {
    console.close();
  }

  private static void configure() throws IOException {
    Path settings = HOME.resolve("etc");
    Files.writeString(
        settings.resolve("org.ops4j.pax.url.mvn.cfg"),
        """
        org.ops4j.pax.url.mvn.useFallbackRepositories = false
        org.ops4j.pax.url.mvn.repositories =
        org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/repository
        org.ops4j.pax.url.mvn.defaultRepositories = \\
            ${karaf.home.uri}${karaf.default.repository}@id=karaf, %s@id=build@snapshots
        """
            .formatted(REPOSITORY.toUri()));
    Path features = settings.resolve("org.apache.karaf.features.cfg");
    Files.writeString(features, Files.readString(features).replaceFirst("\\n *ssh/[^\\n]*", ""));
  }
}

package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainJavaIT {

  @Test
  void should_restore_on_a_plain_class_path_without_osgi(@TempDir Path folder) throws Exception {
    Stream<Path> modules =
        Stream.of("datasets", "autoencoder", "priors-naive", "priors-uniform", "restoration-tasks")
            .map(module -> Distribution.jar("bundles", "imagepriors-" + module));
    Stream<Path> libraries =
        Stream.of(
            Distribution.jar("lib", "imagepriors-api"),
            Distribution.jar("lib", "onnxruntime"),
            Distribution.jar("bundles", "guice"),
            Distribution.jar("bundles", "guava"),
            Distribution.jar("bundles", "failureaccess"),
            Distribution.jar("bundles", "jakarta.inject-api"),
            Distribution.jar("bundles", "org.apache.servicemix.bundles.aopalliance"),
            Distribution.testClasses());

    ProcessRun run =
        ProcessRun.java(
            folder,
            Distribution.classPath(Stream.concat(modules, libraries)),
            "io.imagepriors.it.PlainJava");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(figure(run, "after")).isLessThan(figure(run, "before"));
  }

  private static double figure(ProcessRun run, String label) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(label + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(label.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}

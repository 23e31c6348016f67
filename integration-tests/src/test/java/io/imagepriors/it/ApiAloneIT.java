package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiAloneIT {

  @Test
  void should_need_nothing_beside_the_api_jar(@TempDir Path folder) throws Exception {
    String classPath =
        Distribution.classPath(
            Stream.of(Distribution.jar("lib", "imagepriors-api"), Distribution.testClasses()));

    ProcessRun run =
        ProcessRun.java(
            folder,
            classPath,
            "io.imagepriors.it.ApiAlone",
            "org.osgi.framework.Bundle",
            "org.osgi.annotation.versioning.Version",
            "com.google.inject.Guice",
            "ai.djl.engine.Engine",
            "ai.onnxruntime.OrtEnvironment");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "minimum 0.5",
            "org.osgi.framework.Bundle absent",
            "org.osgi.annotation.versioning.Version absent",
            "com.google.inject.Guice absent",
            "ai.djl.engine.Engine absent",
            "ai.onnxruntime.OrtEnvironment absent");
  }
}

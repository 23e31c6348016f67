package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Prior;
import io.imagepriors.catalog.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The distribution under {@code plugins.trust=signed}. */
class TrustIT {
  private static final String RAN = "imagepriors.test.ran";

  @TempDir static Path keys;
  private static SigningTools tools;

  @RegisterExtension static final RunningPlatform platform = new RunningPlatform(TrustIT::settings);

  private final Problems problems = new Problems(platform);
  @TempDir Path workshop;

  private static Map<String, String> settings() throws Exception {
    tools = new SigningTools(keys);
    tools.key("good");
    tools.key("stranger");
    return tools.trusting("good");
  }

  @AfterEach
  void clear() throws IOException {
    System.clearProperty(RAN);
  }

  @Test
  void should_plug_in_what_a_trusted_certificate_has_signed_and_keep_it() throws Exception {
    Path unsigned = PluginJar.of("Fog", workshop);
    byte[] bytes = Files.readAllBytes(unsigned);
    Path fog = drop("fog.jar", tools.sign("good", unsigned));
    Degradation working = platform.await(Degradation.class, "fog");

    drop("fog.jar", Files.write(workshop.resolve("fog.jar"), bytes));

    assertThat(problems.await(fog)).contains("fog.jar", "signed by CN=good", "without a signature");
    assertThat(platform.catalog().get(Kind.DEGRADATION, "fog").plugin()).isSameAs(working);
    platform.awaitGone(Degradation.class, "fog", () -> Files.delete(fog));
    problems.awaitNone(fog);
  }

  @Test
  void should_run_nothing_of_a_jar_that_is_not_signed() throws Exception {
    assertRefused("unsigned.jar", telling(), "without a signature");
  }

  @Test
  void should_run_nothing_of_a_jar_that_somebody_else_has_signed() throws Exception {
    assertRefused("stranger.jar", tools.sign("stranger", telling()), "CN=stranger");
  }

  @Test
  void should_run_nothing_of_a_jar_with_an_entry_more() throws Exception {
    Path jar = tools.sign("good", telling());
    change(jar, "bad/Extra.class");
    assertRefused("extra.jar", jar, "bad/Extra.class");
  }

  @Test
  void should_run_nothing_of_a_jar_that_was_tampered_with() throws Exception {
    Path jar = tools.sign("good", telling());
    change(jar, "META-INF/services/io.imagepriors.api.PluginProvider");
    assertRefused("tampered.jar", jar, "what was signed");
  }

  @Test
  void should_use_models_while_a_signed_list_names_them() throws Exception {
    byte[] model = ShippedModel.named("listed").toByteArray();
    Path dropped = drop("a.onnx", Files.write(workshop.resolve("a.onnx"), model));
    assertThat(problems.await(dropped)).contains("a.onnx", "trusted-models.jar", "SHA-256");

    Path list = drop("trusted-models.jar", tools.modelList("good", model));
    Prior listed = platform.await(Prior.class, "listed");
    problems.awaitNone(dropped);

    // Neither another model in its file nor a list by a stranger takes it away.
    byte[] other = ShippedModel.named("other").toByteArray();
    drop("a.onnx", Files.write(workshop.resolve("a.onnx"), other));
    assertThat(problems.await(dropped)).contains("a.onnx", "SHA-256");
    drop("trusted-models.jar", tools.modelList("stranger", other));
    assertThat(problems.await(list)).contains("trusted-models.jar", "CN=stranger");
    assertThat(platform.catalog().get(Kind.PRIOR, "listed").plugin()).isSameAs(listed);

    // A list that no longer names it does.
    platform.awaitGone(
        Prior.class, "listed", () -> drop("trusted-models.jar", tools.modelList("good", other)));
    platform.await(Prior.class, "other");
    platform.awaitGone(Prior.class, "other", () -> Files.delete(list));
    assertThat(problems.await(dropped)).contains("SHA-256");
    Files.delete(dropped);
    problems.awaitNone(dropped);
  }

  private void assertRefused(String name, Path jar, String reason) throws Exception {
    Path dropped = drop(name, jar);
    try {
      assertThat(problems.await(dropped)).contains(name).contains(reason);
      assertThat(System.getProperty(RAN)).as("its code").isNull();
    } finally {
      Files.delete(dropped);
    }
    problems.awaitNone(dropped);
  }

  /** A jar whose activator and provider tell when they run. */
  private Path telling() throws Exception {
    String tell = "System.setProperty(\"" + RAN + "\", \"yes\");";
    byte[] activator = JarParts.activator(tell, workshop);
    byte[] jar = JarParts.jar(JarParts.activatorManifest(), activator);
    return Files.write(workshop.resolve("telling.jar"), jar);
  }

  /** Writes an entry of a jar, new or not. */
  private static void change(Path jar, String entry) throws IOException {
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem content = FileSystems.newFileSystem(uri, Map.of())) {
      Files.writeString(content.getPath(entry), "bad.Provider # and more");
    }
  }

  private static Path drop(String name, Path made) throws IOException {
    return Files.move(
        made,
        platform.plugins().resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}

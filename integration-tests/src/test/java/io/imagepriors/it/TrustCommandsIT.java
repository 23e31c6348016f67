package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of the policy that is in force. */
class TrustCommandsIT {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void drop() throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    model = Files.write(plugins.resolve("mine.onnx"), ShippedModel.named("mine").toByteArray());
  }

  @Test
  void should_refuse_to_publish_what_nobody_has_signed_before_it_is_trained() throws Exception {
    SigningTools tools = new SigningTools(folder);
    tools.key("good");
    Map<String, String> settings = tools.trusting("good");

    ProcessRun run = priors(settings, "train", "naive", "--publish");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--output", "trusted-models.jar").doesNotContain("training");
    assertThat(folder.resolve("plugins")).isDirectoryContaining(model::equals);
    assertThat(priors(settings, "doctor").out())
        .contains("plug-ins trust: signed: jars signed by CN=good (trusted.p12)");
    assertThat(priors(settings, "info", model.toString()).exit())
        .as("a model that the user names")
        .isZero();
  }

  @Test
  void should_plug_nothing_in_where_the_setting_is_wrong() throws Exception {
    Map<String, String> settings = Map.of("plugins.trust", "sined");

    ProcessRun problems = priors(settings, "list", "--problems");
    ProcessRun doctor = priors(settings, "doctor");

    String reason = "setting plugins.trust must be all or signed, got 'sined'";
    assertThat(problems.out().lines()).hasSize(2).allSatisfy(l -> assertThat(l).endsWith(reason));
    assertThat(problems.out()).contains("settings: ", "mine.onnx: ");
    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).contains("plug-ins trust: nothing", reason);
  }

  private ProcessRun priors(Map<String, String> settings, String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    settings.forEach((key, value) -> all.add("-Dimagepriors." + key + "=" + value));
    all.add("-Dimagepriors.home=" + Distribution.HOME);
    all.add("-Dimagepriors.plugins=" + folder.resolve("plugins"));
    all.add("io.imagepriors.launcher.Launcher");
    all.addAll(List.of(arguments));
    Stream<Path> jars =
        Stream.concat(
            Distribution.jars("lib").stream(), Distribution.jars("lib/training").stream());
    return ProcessRun.java(folder, Distribution.classPath(jars), all.toArray(String[]::new));
  }
}

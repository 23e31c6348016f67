package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The same bundles in a container of somebody else's, without our launcher. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "Karaf starts by a batch file there, which was never tried")
class KarafIT {
  private static final String VERSION = System.getProperty("imagepriors.version");

  @TempDir Path folder;

  @Test
  void should_restore_a_digit_in_apache_karaf() throws Exception {
    Path picture = folder.resolve("digit.png");

    try (RunningKaraf karaf = RunningKaraf.start()) {
      // given the features
      karaf.run(
          "feature:repo-add mvn:io.imagepriors/imagepriors-karaf/" + VERSION + "/xml/features");
      String installed = karaf.run("feature:install imagepriors");

      // then the extender has made services of what the bundles provide
      String listed = karaf.await("priors:list", list -> !list.contains("not found"));
      assertThat(listed)
          .as(installed)
          .contains("naive", "uniform", "gaussian-noise", "hybrid", "mvn:io.imagepriors/");
      assertThat(karaf.run("priors:doctor"))
          .contains("prior: naive, uniform")
          .doesNotContain("fail");

      // and they restore
      String restored =
          karaf.run("priors:restore --prior uniform --restorer hybrid --index 3 --out " + picture);
      assertThat(Files.isRegularFile(picture)).as(restored).isTrue();

      // and so does a plug-in that is installed as all bundles are here
      String fog = karaf.run("bundle:install -s " + PluginJar.of("Fog", folder).toUri());
      assertThat(karaf.run("priors:list")).as(fog).containsPattern("degradation +fog");
      assertThat(karaf.run("priors:restore --degradation fog --prior uniform --restorer map"))
          .contains("restored by map");

      // and what is uninstalled takes its commands with it
      karaf.run("feature:uninstall imagepriors");
      assertThat(karaf.run("priors:list")).contains("not found");
    }
  }
}

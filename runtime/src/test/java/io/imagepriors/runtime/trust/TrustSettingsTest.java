package io.imagepriors.runtime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.setting.PlatformSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From settings to a policy; nothing that is wrong ends in trusting everything. */
class TrustSettingsTest {
  @TempDir static Path shared;
  private static KeyRing keys;

  @TempDir Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = new KeyRing(shared);
    keys.add("good");
    keys.trustStore("trusted.p12", "good");
    Files.writeString(shared.resolve("garbage.p12"), "no key store");
  }

  @Test
  void should_trust_everything_unless_asked_otherwise() throws Exception {
    Path jar = Files.writeString(folder.resolve("a.jar"), "whatever");

    TrustPolicy policy = policy("");

    assertThatCode(() -> policy.requireJar(jar)).doesNotThrowAnyException();
    assertThat(policy.description()).startsWith("all");
    assertThat(policy("plugins.trust=all").description()).isEqualTo(policy.description());
  }

  @Test
  void should_read_the_policy_from_a_file_with_paths_relative_to_it() throws Exception {
    Files.copy(shared.resolve("trusted.p12"), folder.resolve("mine.p12"));

    TrustPolicy policy =
        policy("plugins.trust=signed\nplugins.trust.store=mine.p12\n" + passwordLine());

    assertThat(policy.description()).startsWith("signed").contains("CN=good (mine.p12)");
  }

  @Test
  void should_take_a_property_before_the_line_of_the_file() throws Exception {
    TrustPolicy policy =
        policy(
            "plugins.trust=all\nplugins.trust.store=absent.p12\n" + passwordLine(),
            Map.of(
                "imagepriors.plugins.trust",
                "signed",
                "imagepriors.plugins.trust.store",
                shared.resolve("trusted.p12").toString()));

    assertThat(policy.description()).contains("trusted.p12");
  }

  @ParameterizedTest
  @CsvSource({
    "plugins.trust=sined, 'must be all or signed, got ''sined'''",
    "plugins.trust=, 'must be all or signed, got '''''",
    "plugin.trust=signed, unknown setting 'plugin.trust'",
    "plugins.trust.store=trusted.p12, be set where there is a trust store",
    "plugins.trust=signed, must name a key store",
    "plugins.trust=signed|plugins.trust.store=absent.p12, absent.p12 can't be read",
    "plugins.trust=signed|plugins.trust.store=garbage.p12, garbage.p12 ",
    "plugins.trust=signed|plugins.trust.store=trusted.p12, without its password",
    "plugins.trust=signed|plugins.trust.store=trusted.p12|plugins.trust.store.password=x, password",
    "plugins.trust=signed|plugins.trust.store=keys.p12|PASSWORD, expected trusted certificates",
    "plugins.trust=\\u00zz, lines of KEY=VALUE",
  })
  void should_refuse_settings_that_are_wrong(String lines, String reason) throws Exception {
    String text = lines.replace("|", "\n").replace("PASSWORD", passwordLine());

    assertThatThrownBy(
            () -> policy(text.replace("store=", "store=" + shared.toAbsolutePath() + "/")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
  }

  @Test
  void should_refuse_an_unknown_key_that_a_host_has_set() {
    assertThatThrownBy(() -> policy("", Map.of(PlatformSettings.GIVEN_PROPERTY, "plugins.rust")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("plugins.rust");
  }

  @Test
  void should_use_nothing_where_the_policy_is_at_fault() {
    TrustPolicy nothing = TrustPolicy.nothing("the reason");

    assertThatThrownBy(() -> nothing.requireJar(folder)).hasMessageContaining("the reason");
    assertThatThrownBy(() -> nothing.requireModel(folder)).hasMessageContaining("the reason");
    assertThatThrownBy(nothing::requireOpenToNewModels).hasMessageContaining("the reason");
    assertThat(nothing.fault()).contains("the reason");
  }

  private TrustPolicy policy(String lines) throws Exception {
    return policy(lines, Map.of());
  }

  private TrustPolicy policy(String lines, Map<String, String> properties) throws Exception {
    Path file = Files.writeString(folder.resolve("imagepriors.properties"), lines);
    Map<String, String> all = new HashMap<>(properties);
    all.put(PlatformSettings.FILE_PROPERTY, file.toString());
    return TrustSettings.policy(PlatformSettings.read(all::get), Clock.systemUTC());
  }

  private static String passwordLine() {
    return "plugins.trust.store.password=" + KeyRing.PASSWORD;
  }
}

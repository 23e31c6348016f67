package io.imagepriors.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginRulesTest {

  @Test
  void should_trust_everything_and_wait_15_seconds_unless_set_otherwise() {
    PluginRules rules = read(Map.of());

    assertThat(rules.trust().fault()).isEmpty();
    assertThat(rules.startLimit()).isEqualTo(new TimeLimit(Duration.ofSeconds(15)));
  }

  @Test
  void should_take_the_time_limit_of_the_settings() {
    PluginRules rules = read(Map.of("imagepriors.plugins.start-limit", " 3 "));

    assertThat(rules.startLimit()).isEqualTo(new TimeLimit(Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "601", "soon", "1.5", ""})
  void should_use_nothing_where_the_time_limit_is_wrong(String value) {
    PluginRules rules = read(Map.of("imagepriors.plugins.start-limit", value));

    assertThat(rules.trust().fault())
        .contains("setting plugins.start-limit must be a whole number from 1 to 600, got " + value);
  }

  private static PluginRules read(Map<String, String> properties) {
    return PluginRules.read(properties::get, Clock.systemUTC());
  }
}

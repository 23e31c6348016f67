package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecTest {

  @Test
  void should_read_a_bare_name() {
    assertThat(Spec.parse("gaussian-noise")).isEqualTo(new Spec("gaussian-noise", Map.of()));
  }

  @Test
  void should_read_settings_in_order() {
    Spec spec = Spec.parse("mask:hole=10,seed=3");

    assertThat(spec.name()).isEqualTo("mask");
    assertThat(spec.settings()).containsExactly(Map.entry("hole", "10"), Map.entry("seed", "3"));
  }

  @Test
  void should_leave_commas_colons_and_equals_signs_of_a_value_alone() {
    Spec spec = Spec.parse("mask:picture=/a,b:c=d.png,share=0.5");

    assertThat(spec.settings())
        .containsExactly(Map.entry("picture", "/a,b:c=d.png"), Map.entry("share", "0.5"));
  }

  @Test
  void should_allow_an_empty_value() {
    assertThat(Spec.parse("mask:picture=").settings()).containsEntry("picture", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"models/my.onnx", "C:\\models\\my.onnx", "./a:b/c.onnx"})
  void should_read_paths_as_names(String path) {
    assertThat(Spec.parse(path)).isEqualTo(new Spec(path, Map.of()));
    assertThat(Spec.parse(path + ":threads=2")).isEqualTo(new Spec(path, Map.of("threads", "2")));
  }

  @Test
  void should_read_several_in_sequence() {
    assertThat(Spec.parseSequence("blur:gaussian=1.5+mask:hole=10,seed=3+gaussian-noise"))
        .containsExactly(
            new Spec("blur", Map.of("gaussian", "1.5")),
            new Spec("mask", Map.of("hole", "10", "seed", "3")),
            new Spec("gaussian-noise", Map.of()));
    assertThat(Spec.parseSequence("mask")).containsExactly(new Spec("mask", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e+2", "a+b.png", "/c++/a.png", "+7"})
  void should_leave_a_plus_in_a_value_alone(String value) {
    assertThat(Spec.parseSequence("mask:x=" + value + "+blur"))
        .containsExactly(new Spec("mask", Map.of("x", value)), new Spec("blur", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+mask", "blur:+mask", "blur+mask:"})
  void should_refuse_a_part_that_does_not_read_like_a_choice(String text) {
    assertThatThrownBy(() -> Spec.parseSequence(text)).isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mask:", "mask:hole", "mask:hole,seed", "mask:hole=1,hole=2"})
  void should_refuse_what_does_not_read_like_a_choice(String text) {
    assertThatThrownBy(() -> Spec.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("NAME:KEY=VALUE")
        .hasMessageEndingWith("'" + text + "'");
  }
}

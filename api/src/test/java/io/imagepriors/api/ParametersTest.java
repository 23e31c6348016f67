package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private enum Half {
    UPPER_HALF,
    LOWER_HALF
  }

  private static final Parameter<Double> SIGMA =
      Parameter.real("sigma", 0.1, Interval.openClosed(0, 10), "standard deviation");
  private static final Parameter<OptionalDouble> TEMPERATURE =
      Parameter.realOrAuto("temperature", Interval.open(0, Double.POSITIVE_INFINITY), "T");
  private static final Parameter<Integer> STEPS = Parameter.integer("steps", 200, 1, 9999, "steps");
  private static final Parameter<Half> HALF = Parameter.choice("half", Half.UPPER_HALF, "which");
  private static final Parameter<Boolean> INVERT = Parameter.flag("invert", false, "swap");
  private static final Parameter<Optional<Path>> DATA = Parameter.path("data", "folder");
  private static final Parameter<Long> SEED = Parameter.seed("random generator");
  private static final Descriptor ALL =
      Descriptor.of("toy", "has one of each")
          .with(SIGMA, TEMPERATURE, STEPS, HALF, INVERT, DATA, SEED);

  @Test
  void should_give_defaults_where_nothing_was_set() {
    Parameters parameters = ALL.defaults();

    assertThat(parameters.get(SIGMA)).isEqualTo(0.1);
    assertThat(parameters.get(TEMPERATURE)).isEmpty();
    assertThat(parameters.toString()).isEqualTo("toy");
  }

  @Test
  void should_read_every_kind_from_text() {
    Parameters parameters =
        ALL.defaults()
            .with(
                Map.of(
                    "sigma", "0.25",
                    "temperature", "3",
                    "steps", "7",
                    "half", "lower-half",
                    "invert", "true",
                    "data", "a/b",
                    "seed", "-5"));

    assertThat(parameters.get(SIGMA)).isEqualTo(0.25);
    assertThat(parameters.get(TEMPERATURE)).hasValue(3);
    assertThat(parameters.get(STEPS)).isEqualTo(7);
    assertThat(parameters.get(HALF)).isEqualTo(Half.LOWER_HALF);
    assertThat(parameters.get(INVERT)).isTrue();
    assertThat(parameters.get(DATA)).contains(Path.of("a/b"));
    assertThat(parameters.get(SEED)).isEqualTo(-5);
  }

  @Test
  void should_read_back_the_texts_it_writes() {
    Parameters parameters = ALL.defaults().with(SIGMA, 1e-9).with(HALF, Half.LOWER_HALF);

    Parameters again = ALL.defaults().with(parameters.texts());

    assertThat(again.texts()).isEqualTo(parameters.texts());
    assertThat(again.get(SIGMA)).isEqualTo(1e-9);
  }

  @Test
  void should_tell_what_was_set_from_defaults() {
    Parameters parameters = ALL.defaults().with(STEPS, 200);

    assertThat(parameters.isSet(STEPS)).isTrue();
    assertThat(parameters.isSet(SEED)).isFalse();
  }

  @Test
  void should_leave_the_original_as_it_was() {
    Parameters original = ALL.defaults();

    Parameters changed = original.with(STEPS, 9);

    assertThat(original.get(STEPS)).isEqualTo(200);
    assertThat(changed.toString()).isEqualTo("toy:steps=9");
  }

  @Test
  void should_name_subject_rule_and_value_when_out_of_range() {
    assertThatThrownBy(() -> ALL.defaults().with(SIGMA, -3.0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("parameter 'sigma' must be in (0, 10], got -3");
    assertThatThrownBy(() -> ALL.defaults().with("sigma", "NaN"))
        .hasMessage("parameter 'sigma' must be in (0, 10], got NaN");
    assertThatThrownBy(() -> ALL.defaults().with("steps", "1.5"))
        .hasMessage("parameter 'steps' must be a whole number in [1, 9999], got 1.5");
    assertThatThrownBy(() -> ALL.defaults().with("half", "left"))
        .hasMessage("parameter 'half' must be one of upper-half, lower-half, got left");
    assertThatThrownBy(() -> ALL.defaults().with("temperature", "0"))
        .hasMessage("parameter 'temperature' must be auto or in (0, infinity), got 0");
  }

  @Test
  void should_list_the_known_names_when_one_is_unknown() {
    assertThatThrownBy(() -> ALL.defaults().with("sgma", "1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "unknown parameter of 'toy' 'sgma'; there are: "
                + "sigma, temperature, steps, half, invert, data, seed");
  }

  @Test
  void should_refuse_to_read_or_set_a_parameter_of_another_plugin() {
    Parameter<Integer> stranger = Parameter.integer("steps", 1, 1, 2, "same name, another key");

    assertThatThrownBy(() -> ALL.defaults().get(stranger))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> ALL.defaults().with(stranger, 2))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void should_refuse_two_parameters_of_one_name() {
    assertThatThrownBy(() -> ALL.with(Parameter.integer("steps", 1, 1, 2, "again")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("distinct names");
  }

  @Test
  void should_refuse_a_default_outside_its_own_range() {
    assertThatThrownBy(() -> Parameter.integer("steps", 0, 1, 2, "wrong"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void should_refuse_names_that_a_shell_could_not_take() {
    assertThatThrownBy(() -> Descriptor.of("My Prior", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("lower case letters, digits and hyphens");
  }
}

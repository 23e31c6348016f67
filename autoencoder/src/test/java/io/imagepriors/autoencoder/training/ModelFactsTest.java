package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFactsTest {
  private static final Parameters NONE = Descriptor.of("pull", "trains").defaults();

  @ParameterizedTest
  @CsvSource({
    "digits train, --dataset digits --split train",
    "mnist train[10000:60000], --dataset mnist --split \"train[10000:60000]\"",
    "pictures (old scans) all, --dataset pictures --data \"old scans\" --split all",
    "mnist (fashion) train[class=3],"
        + " --dataset mnist --data fashion --split \"train[class=3]\"",
    "something else of it, --dataset \"something else of it\"",
  })
  void should_say_how_to_train_it_again(String origin, String options) {
    assertThat(ModelFacts.command("pull", origin, NONE))
        .isEqualTo("./priors train pull " + options + " --output pull.onnx");
  }
}

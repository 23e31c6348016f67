package io.imagepriors.autoencoder.export;

import java.util.ArrayList;
import java.util.List;

/** The stages of one network, and how its value and its derivative are written. */
record Chain(List<Stage> stages) {

  /** Copies the stages. */
  Chain {
    stages = List.copyOf(stages);
  }

  /** Appends all stages; gives every stage's output, for {@link #backward}. */
  List<String> forward(Nodes nodes, String input) {
    List<String> outputs = new ArrayList<>();
    for (Stage stage : stages) {
      input = stage.forward(nodes, input);
      outputs.add(input);
    }
    return outputs;
  }

  /**
   * Appends the product of a vector with the network's Jacobian.
   *
   * @param outputs what {@link #forward} gave
   * @param gradient with respect to the last output
   * @return the name of the gradient with respect to the input
   */
  String backward(Nodes nodes, List<String> outputs, String gradient) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      gradient = stages.get(i).backward(nodes, outputs.get(i), gradient);
    }
    return gradient;
  }

  static String last(List<String> outputs) {
    return outputs.get(outputs.size() - 1);
  }
}

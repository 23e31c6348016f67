package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Trained numbers by name, in order. Names and sides are those of {@link Autoencoder#weightDims()}
 * or {@link ClassifierNetwork#weightDims()}. Immutable.
 */
public final class Weights {
  private final Map<String, Tensor> tensors;

  private Weights(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /** The given tensors, in the map's order; the map is copied. */
  public static Weights of(Map<String, Tensor> tensors) {
    return new Weights(Collections.unmodifiableMap(new LinkedHashMap<>(tensors)));
  }

  /** All names, in order. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /**
   * The tensor of that name.
   *
   * @throws InvalidInputException if there is none
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw InvalidInputException.unknown("weight", name, tensors.keySet());
    }
    return tensor;
  }

  /**
   * Requires exactly the given weights, all of them finite.
   *
   * @param expected names and sides, as a network's {@code weightDims()}
   * @throws InvalidInputException naming the first that is missing, superfluous, of other sides or
   *     not finite
   */
  public void requireFitting(Map<String, Dims> expected) {
    for (Map.Entry<String, Dims> entry : expected.entrySet()) {
      requireTensor(entry.getKey(), entry.getValue());
    }
    for (String name : names()) {
      if (!expected.containsKey(name)) {
        throw InvalidInputException.unknown("weight", name, expected.keySet());
      }
    }
  }

  private void requireTensor(String name, Dims dims) {
    Tensor tensor = get(name);
    if (!tensor.dims().equals(dims)) {
      throw InvalidInputException.of("weight '" + name + "'", "have sides " + dims, tensor.dims());
    }
    for (int i = 0; i < tensor.size(); i++) {
      if (!Float.isFinite(tensor.get(i))) {
        throw InvalidInputException.of(
            "weight '" + name + "'", "be finite", tensor.get(i) + " at value " + i);
      }
    }
  }
}

package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the named weights of a network lie in one flat array. One array instead of dozens makes an
 * optimiser's step a handful of operations and a checkpoint a copy; splitting it is free, and the
 * gradient of a split is one concatenation.
 */
final class Layout {
  private final Map<String, Dims> dims;
  private final long[] ends;

  private Layout(Map<String, Dims> dims) {
    this.dims = dims;
    this.ends = dims.values().stream().mapToLong(Dims::size).toArray();
    Arrays.parallelPrefix(ends, Long::sum);
  }

  /** The weights that descend the gradient. */
  static Layout ofTrained(Map<String, Dims> all) {
    return ofThose(all, name -> !isStatistic(name));
  }

  /** The running means and variances of batch normalisation. */
  static Layout ofStatistics(Map<String, Dims> all) {
    return ofThose(all, Layout::isStatistic);
  }

  private static Layout ofThose(Map<String, Dims> all, Predicate<String> wanted) {
    Map<String, Dims> chosen = new LinkedHashMap<>();
    all.forEach(
        (name, dims) -> {
          if (wanted.test(name)) {
            chosen.put(name, dims);
          }
        });
    return new Layout(chosen);
  }

  private static boolean isStatistic(String name) {
    return name.endsWith(".mean") || name.endsWith(".variance");
  }

  /** The number of values. */
  int size() {
    return ends.length == 0 ? 0 : Math.toIntExact(ends[ends.length - 1]);
  }

  /** Names and sides, in the order of the flat array. */
  Map<String, Dims> dims() {
    return dims;
  }

  /** Views of a flat native array by name; they share its memory and pass on its gradient. */
  Map<String, NDArray> views(NDArray flat) {
    Map<String, NDArray> views = new LinkedHashMap<>();
    if (ends.length == 0) {
      return views;
    }
    NDList parts = flat.split(Arrays.copyOf(ends, ends.length - 1), 0);
    int index = 0;
    for (Map.Entry<String, Dims> entry : dims.entrySet()) {
      views.put(entry.getKey(), parts.get(index++).reshape(shape(entry.getValue())));
    }
    return views;
  }

  /** Copies of the values of a flat array by name. */
  Map<String, Tensor> tensors(float[] flat) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int start = 0;
    for (Map.Entry<String, Dims> entry : dims.entrySet()) {
      int end = start + entry.getValue().size();
      tensors.put(
          entry.getKey(), Tensor.of(entry.getValue(), Arrays.copyOfRange(flat, start, end)));
      start = end;
    }
    return tensors;
  }

  private static Shape shape(Dims dims) {
    return new Shape(dims.sides().stream().mapToLong(Integer::longValue).toArray());
  }
}

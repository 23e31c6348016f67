package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.imagepriors.autoencoder.network.Dims;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers of a network in memory that Java and PyTorch share: one flat buffer for Java, an array
 * for each name for PyTorch. What one side writes the other reads.
 */
final class SharedValues {
  private final FloatBuffer flat;
  private final Map<String, NDArray> arrays;

  private SharedValues(FloatBuffer flat, Map<String, NDArray> arrays) {
    this.flat = flat;
    this.arrays = arrays;
  }

  /**
   * A copy of values.
   *
   * @param manager owns the arrays
   * @param layout what lies where
   * @param values in the layout's order; only read
   */
  static SharedValues of(NDManager manager, Layout layout, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, values.length))
            .order(ByteOrder.nativeOrder());
    FloatBuffer flat = bytes.asFloatBuffer().put(values).clear();
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    layout.forEach(
        (name, dims, start) -> {
          ByteBuffer part = bytes.slice(Float.BYTES * start, Float.BYTES * dims.size());
          arrays.put(
              name,
              manager.create(part.order(ByteOrder.nativeOrder()), sides(dims), DataType.FLOAT32));
        });
    return new SharedValues(flat, arrays);
  }

  private static Shape sides(Dims dims) {
    return new Shape(dims.sides().stream().mapToLong(Integer::longValue).toArray());
  }

  /** All values in the layout's order; live. */
  FloatBuffer flat() {
    return flat;
  }

  /** The arrays by name, in the layout's order; live. */
  Map<String, NDArray> arrays() {
    return arrays;
  }

  /** A copy of the present values. */
  float[] copy() {
    float[] values = new float[flat.capacity()];
    flat.get(0, values);
    return values;
  }
}

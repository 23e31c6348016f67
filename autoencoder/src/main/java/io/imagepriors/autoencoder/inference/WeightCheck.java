package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.imagepriors.api.FileException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/** Looks at a stored weight before a runtime allocates what it claims to be. */
final class WeightCheck {
  /** Many short calls are compiled sooner than one long loop: this runs at every start. */
  private static final int BLOCK = 2048;

  private WeightCheck() {}

  /**
   * Requires a weight that lies in the file, is as large as it claims, and finite.
   *
   * @throws FileException naming the weight
   */
  static void require(Path path, TensorProto weight) {
    String subject = "weight '" + weight.getName() + "'";
    if (weight.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      throw FileException.unusable(path, subject + " inside the file", "a link to another file");
    }
    double claimed = 1;
    for (long side : weight.getDimsList()) {
      claimed *= side < 0 ? Double.NaN : side;
    }
    if (weight.getDataType() != TensorProto.DataType.FLOAT_VALUE) {
      requireAtMost(path, subject, claimed, weight.getSerializedSize());
      return;
    }
    int held = weight.hasRawData() ? weight.getRawData().size() / 4 : weight.getFloatDataCount();
    if (claimed != held) {
      throw FileException.unusable(
          path, subject + " of sides " + weight.getDimsList() + " with all its values", held);
    }
    requireFinite(path, subject, weight, held);
  }

  private static void requireAtMost(Path path, String subject, double claimed, int bytes) {
    if (!(claimed <= 8.0 * bytes)) {
      throw FileException.unusable(path, subject + " with all its values", bytes + " bytes");
    }
  }

  private static void requireFinite(Path path, String subject, TensorProto weight, int count) {
    FloatBuffer raw =
        weight.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] block = new float[Math.min(count, BLOCK)];
    for (int first = 0; first < count; first += BLOCK) {
      int size = Math.min(BLOCK, count - first);
      if (weight.hasRawData()) {
        raw.get(block, 0, size);
      } else {
        for (int i = 0; i < size; i++) {
          block[i] = weight.getFloatData(first + i);
        }
      }
      int wrong = firstNotFinite(block, size);
      if (wrong < size) {
        throw FileException.unusable(
            path, subject + " to be finite", block[wrong] + " at value " + (first + wrong));
      }
    }
  }

  private static int firstNotFinite(float[] values, int size) {
    for (int i = 0; i < size; i++) {
      if (!Float.isFinite(values[i])) {
        return i;
      }
    }
    return size;
  }
}

package io.imagepriors.runtime.bench.speed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An ONNX file of one operator, {@code c = a b} for square matrices, written field by field: the
 * runtime carries no library for ONNX, and this file needs a dozen fields of its format (protocol
 * buffers).
 */
final class MatrixProductModel {
  static final String LEFT = "a";
  static final String RIGHT = "b";
  static final String PRODUCT = "c";

  private static final int FLOAT = 1;
  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 13;

  private MatrixProductModel() {}

  /** The file's bytes for matrices of that side. */
  static byte[] bytes(int side) {
    Message node = new Message().put(1, LEFT).put(1, RIGHT).put(2, PRODUCT).put(4, "MatMul");
    Message graph =
        new Message()
            .put(1, node)
            .put(2, "product")
            .put(11, matrix(LEFT, side))
            .put(11, matrix(RIGHT, side))
            .put(12, matrix(PRODUCT, side));
    Message operators = new Message().put(1, "").put(2, OPERATOR_SET);
    return new Message().put(1, IR_VERSION).put(8, operators).put(7, graph).bytes();
  }

  private static Message matrix(String name, int side) {
    Message length = new Message().put(1, side);
    Message shape = new Message().put(1, length).put(1, length);
    Message type = new Message().put(1, new Message().put(1, FLOAT).put(2, shape));
    return new Message().put(1, name).put(2, type);
  }

  /** Fields of one message, by their numbers in onnx.proto. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message put(int field, long value) {
      varint((long) field << 3 | VARINT);
      varint(value);
      return this;
    }

    Message put(int field, String text) {
      return put(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message put(int field, Message message) {
      return put(field, message.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Message put(int field, byte[] content) {
      varint((long) field << 3 | LENGTH_DELIMITED);
      varint(content.length);
      out.writeBytes(content);
      return this;
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow. */
    private void varint(long value) {
      for (; value > 0x7f; value >>>= 7) {
        out.write((int) ((value & 0x7f) | 0x80));
      }
      out.write((int) value);
    }
  }
}

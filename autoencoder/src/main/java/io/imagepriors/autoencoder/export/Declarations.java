package io.imagepriors.autoencoder.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a model states besides its operators: versions, values that flow in and out, weights. */
final class Declarations {
  /** Opset 17 and IR 8: the oldest IR that knows functions, hence the most readers. */
  private static final int OPSET = 17;

  private static final int IR_VERSION = 8;

  private Declarations() {}

  /** A model without a graph. */
  static ModelProto.Builder model() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("imagepriors")
        .addOpsetImport(opset());
  }

  static OperatorSetIdProto opset() {
    return OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET).build();
  }

  /** Images {@code [N, channels, height, width]}. */
  static ValueInfoProto images(String name, Shape shape) {
    return value(name, shape.channels(), shape.height(), shape.width());
  }

  /** Rows of the given sides, as many as come. */
  static ValueInfoProto value(String name, int... sides) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
    for (int side : sides) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(side));
    }
    TypeProto.Tensor type =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT_VALUE)
            .setShape(shape)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  /** A weight. */
  static TensorProto initializer(String name, Tensor tensor) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.values());
    TensorProto.Builder builder =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(bytes));
    tensor.dims().sides().forEach(builder::addDims);
    return builder.build();
  }
}

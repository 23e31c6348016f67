package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedInputStream;
import io.imagepriors.api.FileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model in memory, looked through, from which runnable graphs are made. Immutable. */
final class ModelFile {
  private final Path path;
  private final byte[] bytes;
  private final ModelProto model;
  private final Map<String, TensorProto> weights = new LinkedHashMap<>();

  private ModelFile(Path path, byte[] bytes, ModelProto model) {
    this.path = path;
    this.bytes = bytes;
    this.model = model;
    for (TensorProto weight : model.getGraph().getInitializerList()) {
      weights.put(weight.getName(), weight);
    }
  }

  /**
   * Reads a model and looks at its weights.
   *
   * @throws FileException if it can't be read or is not a model with sound weights
   */
  static ModelFile read(ModelSource source) {
    byte[] bytes = source.readAll();
    HeaderReader.read(ModelSource.of(source.path(), bytes));
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    try {
      ModelProto model = ModelProto.parseFrom(in);
      model.getGraph().getInitializerList().forEach(w -> WeightCheck.require(source.path(), w));
      return new ModelFile(source.path(), bytes, model);
    } catch (IOException e) {
      throw FileException.malformed(
          source.path(), in.getTotalBytesRead(), "an ONNX model", "bytes of another format");
    }
  }

  /** A complete model, as bytes, that makes one computation. */
  byte[] runnable(Computation computation, List<Port> inputs, List<Port> outputs) {
    return switch (computation) {
      case ENERGY -> bytes;
      case ENERGY_ALONE -> runnable(model.getGraph().getNodeList(), List.of(), inputs, outputs);
      default -> {
        FunctionProto function = function(computation.function());
        requireInputs(function, inputs);
        requireOutputs(function, outputs);
        yield runnable(function.getNodeList(), function.getOpsetImportList(), inputs, outputs);
      }
    };
  }

  /**
   * Requires the functions of those names.
   *
   * @throws FileException naming the first that is missing
   */
  void requireFunctions(List<String> names) {
    names.forEach(this::function);
  }

  private byte[] runnable(
      List<NodeProto> nodes,
      List<OperatorSetIdProto> operators,
      List<Port> inputs,
      List<Port> outputs) {
    List<NodeProto> needed = GraphCut.needed(nodes, outputs.stream().map(Port::name).toList());
    boolean nested = needed.stream().anyMatch(GraphCut::isNested);
    Set<String> used = GraphCut.inputs(needed);
    GraphProto.Builder graph = GraphProto.newBuilder().setName("part").addAllNode(needed);
    weights.forEach(
        (name, weight) -> {
          if (nested || used.contains(name)) {
            graph.addInitializer(weight);
          }
        });
    inputs.forEach(port -> graph.addInput(declare(port)));
    outputs.forEach(port -> graph.addOutput(declare(port.name(), TypeProto.Tensor.newBuilder())));
    Map<String, OperatorSetIdProto> sets = new LinkedHashMap<>();
    model.getOpsetImportList().forEach(set -> sets.put(set.getDomain(), set));
    operators.forEach(set -> sets.put(set.getDomain(), set));
    return ModelProto.newBuilder()
        .setIrVersion(model.getIrVersion())
        .addAllOpsetImport(sets.values())
        .addAllFunctions(model.getFunctionsList())
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private FunctionProto function(String name) {
    List<FunctionProto> functions =
        model.getFunctionsList().stream()
            .filter(f -> f.getDomain().equals(ModelFormat.DOMAIN))
            .toList();
    return functions.stream()
        .filter(f -> f.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                FileException.unusable(
                    path,
                    "a function '" + name + "' in domain " + ModelFormat.DOMAIN,
                    functions.isEmpty()
                        ? "none"
                        : functions.stream().map(FunctionProto::getName).toList()));
  }

  private void requireInputs(FunctionProto function, List<Port> inputs) {
    List<String> data =
        function.getInputList().stream().filter(name -> !weights.containsKey(name)).toList();
    List<String> expected = inputs.stream().map(Port::name).toList();
    if (!data.equals(expected)) {
      throw FileException.unusable(
          path, "function '" + function.getName() + "' to take " + expected + " and weights", data);
    }
  }

  private void requireOutputs(FunctionProto function, List<Port> outputs) {
    List<String> expected = outputs.stream().map(Port::name).toList();
    if (!function.getOutputList().containsAll(expected)) {
      throw FileException.unusable(
          path,
          "function '" + function.getName() + "' to give " + expected,
          function.getOutputList());
    }
  }

  private static ValueInfoProto declare(Port port) {
    TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder();
    type.getShapeBuilder().addDimBuilder().setDimParam("N");
    port.row().sides().forEach(side -> type.getShapeBuilder().addDimBuilder().setDimValue(side));
    return declare(port.name(), type);
  }

  private static ValueInfoProto declare(String name, TypeProto.Tensor.Builder type) {
    type.setElemType(TensorProto.DataType.FLOAT_VALUE);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}

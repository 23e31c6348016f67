package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes complete, runnable models of parts of a model, with the weights that they use. */
final class PartBuilder {
  private final ModelProto model;

  PartBuilder(ModelProto model) {
    this.model = model;
  }

  /**
   * The bytes of a model of some operators.
   *
   * @param nodes the operators; those on which no output depends are left out
   * @param operatorSets the sets they come from, where these differ from the whole model's
   */
  byte[] build(
      List<NodeProto> nodes,
      List<OperatorSetIdProto> operatorSets,
      List<Port> inputs,
      List<String> outputs) {
    List<NodeProto> needed = GraphCut.needed(nodes, outputs);
    boolean nested = needed.stream().anyMatch(GraphCut::isNested);
    Set<String> used = GraphCut.inputs(needed);
    GraphProto.Builder graph = GraphProto.newBuilder().setName("part").addAllNode(needed);
    for (TensorProto weight : model.getGraph().getInitializerList()) {
      if (nested || used.contains(weight.getName())) {
        graph.addInitializer(weight);
      }
    }
    inputs.forEach(port -> graph.addInput(declare(port)));
    outputs.forEach(name -> graph.addOutput(declare(name, TypeProto.Tensor.newBuilder())));
    Map<String, OperatorSetIdProto> sets = new LinkedHashMap<>();
    model.getOpsetImportList().forEach(set -> sets.put(set.getDomain(), set));
    operatorSets.forEach(set -> sets.put(set.getDomain(), set));
    return ModelProto.newBuilder()
        .setIrVersion(model.getIrVersion())
        .addAllOpsetImport(sets.values())
        .addAllFunctions(model.getFunctionsList())
        .setGraph(graph)
        .build()
        .toByteArray();
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

package io.imagepriors.autoencoder.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The growing list of operators of one graph. Each method appends an operator and gives the name of
 * its output. Names are counted per operator, so that the same calls give the same graph.
 */
final class Nodes {
  private final List<NodeProto.Builder> nodes = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private final Set<String> weights = new LinkedHashSet<>();

  /** An operator with one output. */
  String add(String operator, List<String> inputs, AttributeProto... attributes) {
    String kind = operator.toLowerCase(Locale.ROOT);
    String output = kind + '_' + counts.merge(kind, 1, Integer::sum);
    nodes.add(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
    return output;
  }

  /** An operator that takes weights after its data. */
  String addWeighted(
      String operator, String input, List<String> weightNames, AttributeProto... attributes) {
    weights.addAll(weightNames);
    List<String> inputs = new ArrayList<>(List.of(input));
    inputs.addAll(weightNames);
    return add(operator, inputs, attributes);
  }

  /** The number {@code value}; the same output for the same value. */
  String constant(float value) {
    return constants.computeIfAbsent(
        "float " + value,
        key ->
            add(
                "Constant",
                List.of(),
                AttributeProto.newBuilder()
                    .setName("value_float")
                    .setType(AttributeType.FLOAT)
                    .setF(value)
                    .build()));
  }

  /** A vector of float32; the same output for the same values. */
  String constant(List<Float> values) {
    return constants.computeIfAbsent(
        "floats " + values,
        key ->
            add(
                "Constant",
                List.of(),
                AttributeProto.newBuilder()
                    .setName("value_floats")
                    .setType(AttributeType.FLOATS)
                    .addAllFloats(values)
                    .build()));
  }

  /** A vector of integers; the same output for the same values. */
  String integers(long... values) {
    AttributeProto attribute = ints("value_ints", values);
    return constants.computeIfAbsent(
        "integers " + attribute, key -> add("Constant", List.of(), attribute));
  }

  /** The name of a weight that an operator takes in any place. */
  String weight(String name) {
    weights.add(name);
    return name;
  }

  /** Makes flat values an image, or the other way round: each row gets the given sides. */
  String reshape(String input, long... sides) {
    return add("Reshape", List.of(input, integers(sides)));
  }

  /** Gives an output the name that the graph promises. */
  void rename(String output, String name) {
    for (NodeProto.Builder node : nodes) {
      for (int i = 0; i < node.getInputCount(); i++) {
        if (node.getInput(i).equals(output)) {
          node.setInput(i, name);
        }
      }
      if (node.getOutput(0).equals(output)) {
        node.setOutput(0, name);
      }
    }
  }

  /** The operators, in an order in which they can be computed. */
  List<NodeProto> build() {
    return nodes.stream().map(NodeProto.Builder::build).toList();
  }

  /** The names of the weights used, in the order of their first use. */
  List<String> weights() {
    return List.copyOf(weights);
  }

  /** How often each operator stands in the graph. */
  Map<String, Integer> histogram() {
    Map<String, Integer> result = new TreeMap<>();
    nodes.forEach(node -> result.merge(node.getOpType(), 1, Integer::sum));
    return result;
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto ints(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(com.google.protobuf.ByteString.copyFromUtf8(value))
        .build();
  }
}

package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parts of a graph. ONNX Runtime computes every operator of a graph, whatever output is asked for;
 * so who wants less needs a smaller graph.
 */
final class GraphCut {
  private GraphCut() {}

  /** The operators on which the given outputs depend, in order. */
  static List<NodeProto> needed(List<NodeProto> nodes, Collection<String> outputs) {
    if (nodes.stream().anyMatch(GraphCut::isNested)) {
      return nodes;
    }
    Set<String> wanted = new HashSet<>(outputs);
    List<NodeProto> result = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      NodeProto node = nodes.get(i);
      if (node.getOutputList().stream().anyMatch(wanted::contains)) {
        wanted.addAll(node.getInputList());
        result.add(0, node);
      }
    }
    return result;
  }

  /** A value and all that is computed from it. */
  static Set<String> dependents(List<NodeProto> nodes, String value) {
    Set<String> names = new HashSet<>(Set.of(value));
    for (NodeProto node : nodes) {
      if (node.getInputList().stream().anyMatch(names::contains)) {
        names.addAll(node.getOutputList());
      }
    }
    return names;
  }

  /** Whether an operator holds graphs of its own, which may use any value around them. */
  static boolean isNested(NodeProto node) {
    return node.getAttributeList().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0);
  }

  /** The names that the operators take. */
  static Set<String> inputs(List<NodeProto> nodes) {
    Set<String> names = new HashSet<>();
    nodes.forEach(node -> names.addAll(node.getInputList()));
    return names;
  }
}

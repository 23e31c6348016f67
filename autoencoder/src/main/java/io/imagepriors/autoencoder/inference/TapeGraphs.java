package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The function {@code decode_vjp}, cut in two: what depends on the code alone, and what depends on
 * the cotangent. Between the two, an energy can be evaluated at the decoded image, and the decoder
 * need not run twice.
 *
 * @param forward from codes to images and the tape
 * @param tape the names of the values that flow from the first part to the second
 * @param backward from the tape and the cotangent to the gradient
 */
record TapeGraphs(List<NodeProto> forward, List<String> tape, List<NodeProto> backward) {

  /** Cuts the function; what depends on neither goes to both sides. */
  static TapeGraphs of(FunctionProto function) {
    Set<String> late = GraphCut.dependents(function.getNodeList(), ModelFormat.COTANGENT);
    Set<String> early = GraphCut.dependents(function.getNodeList(), ModelFormat.CODES);
    List<NodeProto> forward = new ArrayList<>();
    List<NodeProto> backward = new ArrayList<>();
    Set<String> tape = new LinkedHashSet<>();
    for (NodeProto node : function.getNodeList()) {
      if (late.contains(node.getOutput(0))) {
        backward.add(node);
        node.getInputList().stream()
            .filter(name -> early.contains(name) && !late.contains(name))
            .forEach(tape::add);
      } else {
        forward.add(node);
        if (!early.contains(node.getOutput(0))) {
          backward.add(node);
        }
      }
    }
    return new TapeGraphs(forward, List.copyOf(tape), backward);
  }

  /** Whether the parts can be run one after the other with nothing but the tape between them. */
  boolean isUsable() {
    return !tape.isEmpty()
        && !tape.contains(ModelFormat.CODES)
        && !tape.contains(ModelFormat.IMAGES)
        && forward.stream().anyMatch(n -> n.getOutputList().contains(ModelFormat.IMAGES))
        && forward.stream().noneMatch(GraphCut::isNested)
        && backward.stream().noneMatch(GraphCut::isNested);
  }
}

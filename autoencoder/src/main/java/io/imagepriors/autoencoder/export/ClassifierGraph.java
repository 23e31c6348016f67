package io.imagepriors.autoencoder.export;

import static io.imagepriors.autoencoder.inference.ModelFormat.FEATURES;
import static io.imagepriors.autoencoder.inference.ModelFormat.IMAGES;
import static io.imagepriors.autoencoder.inference.ModelFormat.PROBABILITIES;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The graph of a classifier: from images to features, scores, and the softmax of the scores. */
final class ClassifierGraph {
  private final ClassifierNetwork network;
  private final Map<String, Tensor> stored = new LinkedHashMap<>();
  private final Chain backbone;
  private final Chain head;

  ClassifierGraph(ClassifierNetwork network, Weights weights) {
    this.network = network;
    this.backbone =
        new ChainBuilder(network.backbone(), Dims.of(network.shape()), weights, stored).build();
    this.head =
        new ChainBuilder(network.head(), Dims.of(network.features()), weights, stored).build();
  }

  /** The whole file but for its metadata. */
  ModelProto.Builder model() {
    Nodes nodes = new Nodes();
    String features = Chain.last(backbone.forward(nodes, IMAGES));
    String scores = Chain.last(head.forward(nodes, features));
    nodes.rename(nodes.add("Softmax", List.of(scores), Nodes.integer("axis", 1)), PROBABILITIES);
    nodes.rename(features, FEATURES);
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("classifier")
            .addAllNode(nodes.build())
            .addInput(Declarations.images(IMAGES, network.shape()))
            .addOutput(Declarations.value(PROBABILITIES, network.classes()))
            .addOutput(Declarations.value(FEATURES, network.features()));
    stored.forEach((name, tensor) -> graph.addInitializer(Declarations.initializer(name, tensor)));
    return Declarations.model().setGraph(graph);
  }
}

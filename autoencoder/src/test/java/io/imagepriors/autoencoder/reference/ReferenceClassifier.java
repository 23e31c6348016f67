package io.imagepriors.autoencoder.reference;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Weights;
import java.util.Arrays;
import java.util.List;

/** A classifier in double precision, written down as the formulas say. */
public final class ReferenceClassifier implements ClassifierModel {
  private final ClassifierNetwork network;
  private final ReferenceNetwork backbone;
  private final ReferenceNetwork head;

  public ReferenceClassifier(ClassifierNetwork network, Weights weights) {
    this.network = network;
    this.backbone = new ReferenceNetwork(network.backbone(), Dims.of(network.shape()), weights);
    this.head = new ReferenceNetwork(network.head(), Dims.of(network.features()), weights);
  }

  @Override
  public Shape shape() {
    return network.shape();
  }

  @Override
  public int classes() {
    return network.classes();
  }

  @Override
  public int features() {
    return network.features();
  }

  @Override
  public void classify(ImageStack x, float[] probabilities, float[] features) {
    for (int i = 0; i < x.count(); i++) {
      double[] pixels = new double[x.shape().size()];
      for (int k = 0; k < pixels.length; k++) {
        pixels[k] = x.pixels()[x.offset(i) + k];
      }
      double[] hidden = last(backbone.forward(pixels));
      double[] scores = last(head.forward(hidden));
      double sum = Arrays.stream(scores).map(Math::exp).sum();
      for (int f = 0; f < hidden.length; f++) {
        features[i * hidden.length + f] = (float) hidden[f];
      }
      for (int c = 0; c < scores.length; c++) {
        probabilities[i * scores.length + c] = (float) (Math.exp(scores[c]) / sum);
      }
    }
  }

  private static double[] last(List<double[]> values) {
    return values.get(values.size() - 1);
  }
}

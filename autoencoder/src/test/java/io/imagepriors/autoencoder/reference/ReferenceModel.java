package io.imagepriors.autoencoder.reference;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** An auto-encoder prior in double precision, written down as the formulas say. */
public final class ReferenceModel implements PriorModel, LatentSpace {
  private final Autoencoder autoencoder;
  private final ReferenceNetwork encoder;
  private final ReferenceNetwork decoder;

  public ReferenceModel(Autoencoder autoencoder, Weights weights) {
    this.autoencoder = autoencoder;
    this.encoder =
        new ReferenceNetwork(autoencoder.encoder(), Dims.of(autoencoder.shape()), weights);
    this.decoder =
        new ReferenceNetwork(autoencoder.decoder(), Dims.of(autoencoder.dimension()), weights);
  }

  /** Weights as after some training: no layer vanishes or saturates, no statistic is trivial. */
  public static Weights randomWeights(Autoencoder autoencoder, long seed) {
    return randomWeights(autoencoder.weightDims(), seed);
  }

  /** The same for the weights of any network. */
  public static Weights randomWeights(Map<String, Dims> allDims, long seed) {
    Random random = new Random(seed);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    allDims.forEach(
        (name, dims) -> {
          float[] values = new float[dims.size()];
          boolean positive = name.endsWith("gamma") || name.endsWith("variance");
          double scale = dims.rank() > 1 ? Math.sqrt(2.0 * dims.side(0) / dims.size()) : 0.1;
          for (int i = 0; i < values.length; i++) {
            values[i] =
                (float) (positive ? 0.5 + random.nextDouble() : scale * random.nextGaussian());
          }
          weights.put(name, Tensor.of(dims, values));
        });
    return Weights.of(weights);
  }

  @Override
  public Shape shape() {
    return autoencoder.shape();
  }

  @Override
  public int dimension() {
    return autoencoder.dimension();
  }

  @Override
  public Optional<LatentSpace> latentSpace() {
    return Optional.of(this);
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    for (int i = 0; i < x.count(); i++) {
      double[] image = row(x.pixels(), x.offset(i), shape().size());
      List<double[]> codes = encoder.forward(image);
      List<double[]> images = decoder.forward(last(codes));
      double[] unit = last(images).clone();
      double sum = 0;
      for (int j = 0; j < unit.length; j++) {
        unit[j] -= image[j];
        sum += unit[j] * unit[j];
      }
      values[i] = Math.sqrt(sum);
      for (int j = 0; j < unit.length; j++) {
        unit[j] = sum == 0 ? 0 : unit[j] / values[i];
      }
      double[] pulled = encoder.backward(codes, decoder.backward(images, unit));
      for (int j = 0; j < unit.length; j++) {
        gradient.pixels()[gradient.offset(i) + j] = (float) (pulled[j] - unit[j]);
      }
    }
  }

  @Override
  public void encode(ImageStack images, CodeStack codes) {
    for (int i = 0; i < images.count(); i++) {
      double[] image = row(images.pixels(), images.offset(i), shape().size());
      put(last(encoder.forward(image)), codes.values(), codes.offset(i));
    }
  }

  @Override
  public void decode(CodeStack codes, ImageStack images) {
    for (int i = 0; i < codes.count(); i++) {
      double[] code = row(codes.values(), codes.offset(i), dimension());
      put(last(decoder.forward(code)), images.pixels(), images.offset(i));
    }
  }

  @Override
  public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
    for (int i = 0; i < codes.count(); i++) {
      List<double[]> values = decoder.forward(row(codes.values(), codes.offset(i), dimension()));
      double[] vector = row(cotangent.pixels(), cotangent.offset(i), shape().size());
      put(decoder.backward(values, vector), gradient.values(), gradient.offset(i));
    }
  }

  private static double[] last(List<double[]> values) {
    return values.get(values.size() - 1);
  }

  private static double[] row(float[] values, int offset, int size) {
    double[] row = new double[size];
    for (int i = 0; i < size; i++) {
      row[i] = values[offset + i];
    }
    return row;
  }

  private static void put(double[] row, float[] values, int offset) {
    for (int i = 0; i < row.length; i++) {
      values[offset + i] = (float) row[i];
    }
  }
}

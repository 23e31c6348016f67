package io.imagepriors.autoencoder.export;

import static io.imagepriors.autoencoder.export.Nodes.integer;
import static io.imagepriors.autoencoder.export.Nodes.ints;
import static io.imagepriors.autoencoder.export.Nodes.text;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.imagepriors.autoencoder.network.Dims;
import java.util.List;

/**
 * One step of a network in the form in which it is stored: batch normalisation is folded away. Each
 * stage knows its value and, written with forward operators, its vector-Jacobian product.
 */
sealed interface Stage {

  /** Appends the stage; gives the name of its output. */
  String forward(Nodes nodes, String input);

  /**
   * Appends the product of a vector with the stage's Jacobian.
   *
   * @param output what {@link #forward} gave
   * @param gradient with respect to {@code output}
   * @return the name of the gradient with respect to the input
   */
  String backward(Nodes nodes, String output, String gradient);

  /** {@code y = W x + b}; {@code W^T g}. */
  record Affine(String weight, String bias) implements Stage {
    @Override
    public String forward(Nodes nodes, String input) {
      return nodes.addWeighted("Gemm", input, List.of(weight, bias), integer("transB", 1));
    }

    @Override
    public String backward(Nodes nodes, String output, String gradient) {
      return nodes.addWeighted("Gemm", gradient, List.of(weight));
    }
  }

  /** A convolution; its transpose. {@code extra} rows and columns restore the input's size. */
  record Convolve(
      String weight, String bias, int kernel, int stride, int padding, int extraRows, int extraCols)
      implements Stage {
    @Override
    public String forward(Nodes nodes, String input) {
      return nodes.addWeighted(
          "Conv", input, List.of(weight, bias), window(kernel, stride, padding));
    }

    @Override
    public String backward(Nodes nodes, String output, String gradient) {
      AttributeProto[] window = window(kernel, stride, padding);
      return nodes.addWeighted(
          "ConvTranspose",
          gradient,
          List.of(weight),
          window[0],
          window[1],
          window[2],
          ints("output_padding", extraRows, extraCols));
    }
  }

  /**
   * Upsampling and the convolution after it, as one transposed convolution of stride 2 with an even
   * kernel (see {@link Folding#upsampled}): the same function for less than half the products. It
   * is written as such or as {@link SubPixel}; its transpose is a plain convolution.
   */
  record UpConvolve(String weight, String bias, SubPixel form) implements Stage {
    @Override
    public String forward(Nodes nodes, String input) {
      return form.isFaster()
          ? form.forward(nodes, input, weight, bias)
          : nodes.addWeighted("ConvTranspose", input, List.of(weight, bias), window());
    }

    @Override
    public String backward(Nodes nodes, String output, String gradient) {
      return nodes.addWeighted("Conv", gradient, List.of(weight), window());
    }

    private AttributeProto[] window() {
      return Stage.window(form.kernel(), 2, form.padding());
    }
  }

  /** Nearest-neighbour upsampling; the sum over each 2x2 block. */
  record Enlarge() implements Stage {
    @Override
    public String forward(Nodes nodes, String input) {
      return nodes.add(
          "Resize",
          List.of(input, "", nodes.constant(List.of(1f, 1f, 2f, 2f))),
          text("mode", "nearest"),
          text("nearest_mode", "floor"),
          text("coordinate_transformation_mode", "asymmetric"));
    }

    @Override
    public String backward(Nodes nodes, String output, String gradient) {
      String mean =
          nodes.add(
              "AveragePool", List.of(gradient), ints("kernel_shape", 2, 2), ints("strides", 2, 2));
      return nodes.add("Mul", List.of(mean, nodes.constant(4f)));
    }
  }

  /**
   * {@code max(0, x)}; the gradient where the output is positive. {@code Sign} would be one
   * operator less, but ONNX Runtime computes it a value at a time.
   */
  record Rectify() implements Stage {
    @Override
    public String forward(Nodes nodes, String input) {
      return nodes.add("Relu", List.of(input));
    }

    @Override
    public String backward(Nodes nodes, String output, String gradient) {
      String open = nodes.add("Greater", List.of(output, nodes.constant(0f)));
      String slope =
          nodes.add("Cast", List.of(open), integer("to", TensorProto.DataType.FLOAT_VALUE));
      return nodes.add("Mul", List.of(gradient, slope));
    }
  }

  /** {@code y = 1 / (1 + exp(-x))}; {@code y (1 - y) g}. */
  record Squash() implements Stage {
    @Override
    public String forward(Nodes nodes, String input) {
      return nodes.add("Sigmoid", List.of(input));
    }

    @Override
    public String backward(Nodes nodes, String output, String gradient) {
      String rest = nodes.add("Sub", List.of(nodes.constant(1f), output));
      return nodes.add("Mul", List.of(gradient, nodes.add("Mul", List.of(output, rest))));
    }
  }

  /** Other sides for the same values. */
  record Arrange(Dims from, Dims to) implements Stage {
    @Override
    public String forward(Nodes nodes, String input) {
      return nodes.reshape(input, rows(to));
    }

    @Override
    public String backward(Nodes nodes, String output, String gradient) {
      return nodes.reshape(gradient, rows(from));
    }

    /** A zero keeps the number of rows: the batch. */
    private static long[] rows(Dims dims) {
      long[] sides = new long[dims.rank() + 1];
      for (int i = 0; i < dims.rank(); i++) {
        sides[i + 1] = dims.side(i);
      }
      return sides;
    }
  }

  private static AttributeProto[] window(int kernel, int stride, int padding) {
    return new AttributeProto[] {
      ints("kernel_shape", kernel, kernel),
      ints("strides", stride, stride),
      ints("pads", padding, padding, padding, padding)
    };
  }
}

package io.imagepriors.autoencoder.export;

import static io.imagepriors.autoencoder.export.Nodes.ints;

import io.imagepriors.autoencoder.network.Dims;
import java.util.Collections;
import java.util.List;

/**
 * A transposed convolution of stride 2 with an even kernel, as a plain convolution of half the
 * kernel that gives the four pixels of each 2x2 block in channels of their own, and a shuffle that
 * puts them in their places. The same function for as many products; ONNX Runtime computes plain
 * convolutions at more than twice the speed of transposed ones, which it takes for a matrix product
 * and a scatter.
 *
 * <p>The weight stays stored as the transposed convolution's, {@code W[in, out, k, k]}; a runtime
 * rearranges it once, when it opens the graph. The convolution is {@code V[(py, px, out), in, a, b]
 * = W[in, out, 2 (k/2 - 1 - a) + py, 2 (k/2 - 1 - b) + px]}. Channels come last while pixels are
 * shuffled, so that whole rows of channels are copied.
 *
 * @param from the sides of one input
 * @param channels of the output
 * @param kernel the transposed convolution's
 * @param padding what it cuts off at each edge
 */
record SubPixel(Dims from, int channels, int kernel, int padding) {
  /** ONNX Runtime's fast convolutions work on blocks of so many channels. */
  private static final int BLOCK = 16;

  /** Whether this is faster than the transposed convolution: measured, see docs/benchmarks.md. */
  boolean isFaster() {
    return from.side(0) % BLOCK == 0 && channels % BLOCK == 0;
  }

  String forward(Nodes nodes, String input, String weight, String bias) {
    int half = kernel / 2;
    int height = from.side(1) + half - 1;
    int width = from.side(2) + half - 1;
    String blocks =
        nodes.add(
            "Conv",
            List.of(input, rearranged(nodes, weight), repeated(nodes, bias)),
            ints("kernel_shape", half, half),
            ints("strides", 1, 1),
            ints("pads", half - 1, half - 1, half - 1, half - 1));
    String last = transposed(nodes, blocks, 0, 2, 3, 1);
    String rows = nodes.reshape(last, 0, height, width, 2, 2L * channels);
    String shuffled = transposed(nodes, rows, 0, 1, 3, 2, 4);
    String whole = nodes.reshape(shuffled, 0, 2L * height, 2L * width, channels);
    return transposed(nodes, cut(nodes, whole), 0, 3, 1, 2);
  }

  private String rearranged(Nodes nodes, String weight) {
    int half = kernel / 2;
    String apart = nodes.reshape(nodes.weight(weight), from.side(0), channels, half, 2, half, 2);
    String turned = transposed(nodes, apart, 3, 5, 1, 0, 2, 4);
    String joined = nodes.reshape(turned, 4L * channels, from.side(0), half, half);
    return nodes.add(
        "Slice",
        List.of(
            joined,
            nodes.integers(-1, -1),
            nodes.integers(Long.MIN_VALUE, Long.MIN_VALUE),
            nodes.integers(2, 3),
            nodes.integers(-1, -1)));
  }

  private static String repeated(Nodes nodes, String bias) {
    return nodes.add(
        "Concat", Collections.nCopies(4, nodes.weight(bias)), Nodes.integer("axis", 0));
  }

  private String cut(Nodes nodes, String image) {
    return padding == 0
        ? image
        : nodes.add(
            "Slice",
            List.of(
                image,
                nodes.integers(padding, padding),
                nodes.integers(-padding, -padding),
                nodes.integers(1, 2)));
  }

  private static String transposed(Nodes nodes, String input, long... order) {
    return nodes.add("Transpose", List.of(input), ints("perm", order));
  }
}

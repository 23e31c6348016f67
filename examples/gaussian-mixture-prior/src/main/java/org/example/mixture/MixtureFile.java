package org.example.mixture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The fitted mixture as bytes, compressed: the numbers of classes, pixels and columns, then for
 * each class the logarithm of its weighted density at the mean, the mean, the precisions and the
 * columns.
 */
final class MixtureFile {
  private static final String RESOURCE = "mixture.gz";

  private MixtureFile() {}

  /** The mixture in this jar. */
  static Mixture resource() {
    try (InputStream in = MixtureFile.class.getResourceAsStream(RESOURCE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar of '" + MixturePrior.NAME + "' is broken", e);
    }
  }

  private static Mixture read(InputStream stream) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream), 1 << 16));
    int classes = in.readInt();
    int pixels = in.readInt();
    int rank = in.readInt();
    List<Component> components = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      double logPeak = in.readDouble();
      float[] mean = readFloats(in, pixels);
      float[] precisions = readFloats(in, pixels);
      float[][] columns = new float[rank][];
      for (int j = 0; j < rank; j++) {
        columns[j] = readFloats(in, pixels);
      }
      components.add(new Component(logPeak, mean, precisions, columns));
    }
    return new Mixture(components, rank);
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readFloat();
    }
    return numbers;
  }

  /** Writes what {@link #resource()} reads; ends the stream but does not close it. */
  static void write(List<ClassFit> classes, OutputStream stream) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(stream);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zipped));
    out.writeInt(classes.size());
    out.writeInt(classes.get(0).mean().length);
    out.writeInt(ClassFit.RANK);
    for (ClassFit fit : classes) {
      out.writeDouble(fit.logPeak());
      writeFloats(out, fit.mean());
      writeFloats(out, fit.precisions());
      for (double[] column : fit.columns()) {
        writeFloats(out, column);
      }
    }
    out.flush();
    zipped.finish();
  }

  private static void writeFloats(DataOutputStream out, double[] numbers) throws IOException {
    for (double number : numbers) {
      out.writeFloat((float) number);
    }
  }
}

package org.example.mixture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Fits the mixture to gzipped files in MNIST's format and writes the resource of this jar. */
public final class Fit {
  private static final int IMAGES_MAGIC = 2051;
  private static final int LABELS_MAGIC = 2049;

  private Fit() {}

  /**
   * Runs the fit.
   *
   * @param arguments image file, label file, first image, image behind the last, file to write
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      System.err.println("usage: Fit IMAGES.gz LABELS.gz FROM TO OUTPUT");
      System.exit(2);
    }
    int from = Integer.parseInt(arguments[2]);
    int to = Integer.parseInt(arguments[3]);
    List<List<double[]>> classes = new ArrayList<>();
    try (DataInputStream images = open(Path.of(arguments[0]), IMAGES_MAGIC);
        DataInputStream labels = open(Path.of(arguments[1]), LABELS_MAGIC)) {
      int pixels = images.readInt() * images.readInt();
      for (int i = 0; i < to; i++) {
        byte[] image = images.readNBytes(pixels);
        int label = labels.readUnsignedByte();
        while (classes.size() <= label) {
          classes.add(new ArrayList<>());
        }
        if (i >= from) {
          classes.get(label).add(grey(image));
        }
      }
    }
    write(classes, to - from, Path.of(arguments[4]));
  }

  private static void write(List<List<double[]>> classes, int count, Path file) throws IOException {
    List<ClassFit> fits = new ArrayList<>();
    for (List<double[]> images : classes) {
      ClassFit fit = new ClassFit(images, (double) images.size() / count);
      fits.add(fit);
      System.out.println("class " + (fits.size() - 1) + ": " + images.size() + " images");
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      MixtureFile.write(fits, out);
    }
  }

  /** Reads over the magic number and the count. */
  private static DataInputStream open(Path file, int magic) throws IOException {
    DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16));
    int found = in.readInt();
    if (found != magic) {
      in.close();
      throw new IOException(file + ": expected magic number " + magic + ", got " + found);
    }
    in.readInt();
    return in;
  }

  private static double[] grey(byte[] image) {
    double[] values = new double[image.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = Byte.toUnsignedInt(image[k]) / 255.0;
    }
    return values;
  }
}

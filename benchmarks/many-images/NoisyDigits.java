import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/**
 * Writes noisy digits: the images of MNIST's training file, over and over, each with Gaussian noise of
 * its own. Arguments: that file, the count, sigma, and where to: a file in the same format if its name
 * ends in .idx, else a folder of PNG files, a thousand in each of its folders.
 */
public final class NoisyDigits {
  private static final int SIDE = 28;
  private static final int FOLDER = 1000;

  private NoisyDigits() {}

  public static void main(String[] arguments) throws IOException {
    Path to = Path.of(arguments[3]);
    int count = Integer.parseInt(arguments[1]);
    double sigma = Double.parseDouble(arguments[2]);
    byte[] digits;
    try (DataInputStream file =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))))) {
      file.skipNBytes(16);
      digits = file.readAllBytes();
    }
    if (to.toString().endsWith(".idx")) {
      writeFile(digits, count, sigma, to);
    } else {
      writeFolder(digits, count, sigma, to);
    }
  }

  private static void writeFile(byte[] digits, int count, double sigma, Path to)
      throws IOException {
    try (DataOutputStream file =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      for (int number : new int[] {0x803, count, SIDE, SIDE}) {
        file.writeInt(number);
      }
      for (int i = 0; i < count; i++) {
        file.write(noisy(digits, i, sigma));
      }
    }
  }

  private static void writeFolder(byte[] digits, int count, double sigma, Path to)
      throws IOException {
    for (int i = 0; i < count; i++) {
      Path sub = Files.createDirectories(to.resolve(String.format("%03d", i / FOLDER)));
      byte[] levels = noisy(digits, i, sigma);
      BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      for (int k = 0; k < levels.length; k++) {
        picture.getRaster().setSample(k % SIDE, k / SIDE, 0, levels[k] & 0xff);
      }
      ImageIO.write(picture, "png", sub.resolve(String.format("%06d.png", i)).toFile());
    }
  }

  private static byte[] noisy(byte[] digits, int number, double sigma) {
    int from = number % (digits.length / (SIDE * SIDE)) * SIDE * SIDE;
    Random random = new Random(number);
    byte[] levels = new byte[SIDE * SIDE];
    for (int k = 0; k < levels.length; k++) {
      double level = (digits[from + k] & 0xff) + 255 * sigma * random.nextGaussian();
      levels[k] = (byte) Math.round(Math.max(0, Math.min(255, level)));
    }
    return levels;
  }
}

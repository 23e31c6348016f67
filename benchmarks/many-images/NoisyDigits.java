import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/**
 * Writes noisy digits as PNG files, a thousand in a folder: the images of MNIST's training file, over
 * and over, each with Gaussian noise of its own. Arguments: the file, the count, sigma, the folder.
 */
public final class NoisyDigits {
  private static final int SIDE = 28;
  private static final int FOLDER = 1000;

  private NoisyDigits() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[3]);
    int count = Integer.parseInt(arguments[1]);
    double sigma = Double.parseDouble(arguments[2]);
    byte[] digits;
    try (DataInputStream file =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))))) {
      file.skipNBytes(16);
      digits = file.readAllBytes();
    }
    for (int i = 0; i < count; i++) {
      Path sub = Files.createDirectories(folder.resolve(String.format("%03d", i / FOLDER)));
      BufferedImage picture = picture(digits, i % (digits.length / (SIDE * SIDE)), sigma, i);
      ImageIO.write(picture, "png", sub.resolve(String.format("%06d.png", i)).toFile());
    }
  }

  private static BufferedImage picture(byte[] digits, int index, double sigma, long seed) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(seed);
    for (int k = 0; k < SIDE * SIDE; k++) {
      int level = digits[index * SIDE * SIDE + k] & 0xff;
      long noisy = Math.round(level + 255 * sigma * random.nextGaussian());
      picture.getRaster().setSample(k % SIDE, k / SIDE, 0, (int) Math.max(0, Math.min(255, noisy)));
    }
    return picture;
  }
}

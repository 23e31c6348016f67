package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import java.util.Arrays;

/**
 * Non-local means (Buades, Coll and Morel, doi:10.1109/CVPR.2005.38): each pixel becomes the mean
 * of pixels within a search window, weighted by {@code exp(-max(d - 2 sigma², 0) / h²)}, where
 * {@code d} is the mean squared difference of the 5x5 patches around both, weighted by a Gaussian,
 * and {@code 2 sigma²} what noise alone makes of it. The pixel itself weighs as much as the best of
 * the others. Patches reach across the border by reflection. Channels are filtered one by one.
 *
 * <p>The Gaussian widens with the noise, {@code 5.5 sigma} pixels within [0.65, 1.5], and {@code h}
 * is {@code 2 sigma} where that is less than the bandwidth: fitted to training digits, where strong
 * noise needs whole patches to tell pixels apart, and faint noise needs little more than a pixel.
 */
final class NonLocalMeans implements ImageFilter {
  private static final int PATCH_REACH = 2;
  private static final double PATCH_GROWTH = 5.5;
  private static final double LEAST_PATCH = 0.65;
  private static final double MOST_PATCH = 1.5;

  private final int reach;
  private final double bandwidth;

  /**
   * A filter.
   *
   * @param reach how far the search window extends to each side
   * @param bandwidth the most {@code h} can be
   */
  NonLocalMeans(int reach, double bandwidth) {
    this.reach = reach;
    this.bandwidth = bandwidth;
  }

  @Override
  public void apply(ImageStack images, double sigma, ImageStack result) {
    int height = images.shape().height();
    int width = images.shape().width();
    Plane plane = new Plane(height, width);
    float[] bell = bell(Math.max(LEAST_PATCH, Math.min(MOST_PATCH, PATCH_GROWTH * sigma)));
    double h = Math.min(bandwidth, 2 * sigma);
    for (int from = 0; from < images.pixels().length; from += height * width) {
      plane.load(images.pixels(), from);
      for (int down = 0; down <= Math.min(reach, height - 1); down++) {
        int first = down == 0 ? 1 : -Math.min(reach, width - 1);
        for (int right = first; right <= Math.min(reach, width - 1); right++) {
          plane.add(down, right, (float) (2 * sigma * sigma), (float) (1 / (h * h)), bell);
        }
      }
      plane.store(result.pixels(), from);
    }
  }

  /** A Gaussian over a row of a patch, of sum 1. */
  private static float[] bell(double deviation) {
    float[] bell = new float[2 * PATCH_REACH + 1];
    float sum = 0;
    for (int k = 0; k < bell.length; k++) {
      double distance = (k - PATCH_REACH) / deviation;
      bell[k] = (float) Math.exp(-distance * distance / 2);
      sum += bell[k];
    }
    for (int k = 0; k < bell.length; k++) {
      bell[k] /= sum;
    }
    return bell;
  }

  /** One channel of one image with its weighted sums; each pair of pixels is compared once. */
  private static final class Plane {
    private final int height;
    private final int width;
    private final float[] x;
    private final float[] sums;
    private final float[] weights;
    private final float[] best;
    private final float[] squares;
    private final float[] rows;

    Plane(int height, int width) {
      this.height = height;
      this.width = width;
      this.x = new float[height * width];
      this.sums = new float[x.length];
      this.weights = new float[x.length];
      this.best = new float[x.length];
      this.squares = new float[x.length];
      this.rows = new float[x.length];
    }

    void load(float[] pixels, int from) {
      System.arraycopy(pixels, from, x, 0, x.length);
      Arrays.fill(sums, 0f);
      Arrays.fill(weights, 0f);
      Arrays.fill(best, 0f);
    }

    /** Compares each pixel with the one so far down and right, where that is inside. */
    void add(int down, int right, float noise, float scale, float[] bell) {
      int left = Math.max(0, -right);
      int end = width - Math.max(0, right);
      differences(down, right, left, end);
      blurRows(height - down, left, end, bell);
      for (int row = 0; row < height - down; row++) {
        for (int column = left; column < end; column++) {
          float d = aboveAndBelow(row, column, height - down, bell) - noise;
          share(row * width + column, (row + down) * width + column + right, d * scale);
        }
      }
    }

    private void differences(int down, int right, int left, int end) {
      for (int row = 0; row < height - down; row++) {
        for (int column = left; column < end; column++) {
          float d = x[row * width + column] - x[(row + down) * width + column + right];
          squares[row * width + column] = d * d;
        }
      }
    }

    private void blurRows(int count, int left, int end, float[] bell) {
      for (int row = 0; row < count; row++) {
        for (int column = left; column < end; column++) {
          float sum = 0f;
          for (int k = -PATCH_REACH; k <= PATCH_REACH; k++) {
            int at = reflected(column + k - left, end - left) + left;
            sum += bell[k + PATCH_REACH] * squares[row * width + at];
          }
          rows[row * width + column] = sum;
        }
      }
    }

    private float aboveAndBelow(int row, int column, int count, float[] bell) {
      float sum = 0f;
      for (int k = -PATCH_REACH; k <= PATCH_REACH; k++) {
        sum += bell[k + PATCH_REACH] * rows[reflected(row + k, count) * width + column];
      }
      return sum;
    }

    /** Lets two pixels share their values by a weight of {@code exp(-max(distance, 0))}. */
    private void share(int a, int b, float distance) {
      float weight = distance <= 0 ? 1f : (float) Math.exp(-distance);
      sums[a] += weight * x[b];
      sums[b] += weight * x[a];
      weights[a] += weight;
      weights[b] += weight;
      best[a] = Math.max(best[a], weight);
      best[b] = Math.max(best[b], weight);
    }

    void store(float[] pixels, int from) {
      for (int k = 0; k < x.length; k++) {
        float own = Math.max(best[k], Float.MIN_NORMAL);
        pixels[from + k] = (sums[k] + own * x[k]) / (weights[k] + own);
      }
    }

    private static int reflected(int place, int count) {
      int inside = place < 0 ? -place - 1 : place >= count ? 2 * count - 1 - place : place;
      return Math.max(0, Math.min(count - 1, inside));
    }
  }
}

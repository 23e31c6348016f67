package io.imagepriors.runtime.analysis;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;

/** Evaluations of large stacks in batches; before each the user can say stop. */
final class Batched {
  private static final int BATCH = 128;

  private final Runnable beforeEach;

  /**
   * Evaluations that can be stopped.
   *
   * @param beforeEach throws what stops them
   */
  Batched(Runnable beforeEach) {
    this.beforeEach = beforeEach;
  }

  private interface Work {
    void on(int from, int to);
  }

  double[] energies(Energy energy, ImageStack images) {
    double[] energies = new double[images.count()];
    forEach(
        images.count(),
        (from, to) ->
            System.arraycopy(energy.values(images.slice(from, to)), 0, energies, from, to - from));
    return energies;
  }

  CodeStack encode(LatentSpace space, ImageStack images) {
    CodeStack codes = CodeStack.zeros(images.count(), space.dimension());
    forEach(
        images.count(),
        (from, to) -> {
          CodeStack some = CodeStack.zeros(to - from, space.dimension());
          space.encode(images.slice(from, to), some);
          System.arraycopy(
              some.values(), 0, codes.values(), codes.offset(from), some.values().length);
        });
    return codes;
  }

  ImageStack decode(LatentSpace space, CodeStack codes) {
    ImageStack images = ImageStack.zeros(codes.count(), space.shape());
    forEach(
        codes.count(),
        (from, to) -> {
          ImageStack some = ImageStack.zeros(to - from, space.shape());
          space.decode(slice(codes, from, to), some);
          System.arraycopy(
              some.pixels(), 0, images.pixels(), images.offset(from), some.pixels().length);
        });
    return images;
  }

  private static CodeStack slice(CodeStack codes, int from, int to) {
    CodeStack some = CodeStack.zeros(to - from, codes.dimension());
    System.arraycopy(codes.values(), codes.offset(from), some.values(), 0, some.values().length);
    return some;
  }

  private void forEach(int count, Work work) {
    for (int from = 0; from < count; from += BATCH) {
      beforeEach.run();
      work.on(from, Math.min(from + BATCH, count));
    }
  }
}

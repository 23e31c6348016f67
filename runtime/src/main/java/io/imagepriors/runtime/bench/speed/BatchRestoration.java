package io.imagepriors.runtime.bench.speed;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restorer;
import io.imagepriors.runtime.metric.Psnr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whole restorations of the same images, shared among the threads of a team. */
public final class BatchRestoration {
  private final Restorer restorer;
  private final Parameters parameters;
  private final ForwardModel model;
  private final PriorModel prior;
  private final ImageStack truth;
  private final ImageStack y;
  private final ImageStack restored;

  /**
   * Degrades images.
   *
   * @param truth clean images
   * @param seed of the noise
   */
  public BatchRestoration(
      Restorer restorer,
      Parameters parameters,
      ForwardModel model,
      PriorModel prior,
      ImageStack truth,
      long seed) {
    this.restorer = restorer;
    this.parameters = parameters;
    this.model = model;
    this.prior = prior;
    this.truth = truth;
    this.y = model.sample(truth, new SplittableRandom(seed));
    this.restored = truth.like();
  }

  /** The degraded images; live. */
  public ImageStack degraded() {
    return y;
  }

  /** The restoration of all images as a job. */
  public Job job(Team team, Clock clock, String name) {
    List<Work> members = new ArrayList<>();
    for (int i = 0; i < team.size(); i++) {
      int from = i * y.count() / team.size();
      int to = (i + 1) * y.count() / team.size();
      if (from < to) {
        members.add(Work.of(clock, () -> restore(from, to)));
      }
    }
    return new Job(name, y.count(), 0, team.all(members));
  }

  /** The mean over the images of the last run's PSNR in dB, over missing pixels if any are. */
  public double psnr() {
    return psnr(restored);
  }

  /** The same of somebody else's restoration of the same images. */
  public double psnr(ImageStack images) {
    Optional<ImageStack> observed = model.observed();
    double sum = 0;
    for (int i = 0; i < truth.count(); i++) {
      int image = i;
      sum +=
          observed
              .map(seen -> Psnr.ofMissing(images, truth, image, seen))
              .orElseGet(() -> Psnr.of(images, truth, image));
    }
    return sum / truth.count();
  }

  private void restore(int from, int to) {
    ImageStack part =
        restorer.restore(y.slice(from, to), model, prior, parameters, Monitor.none()).images();
    for (int i = from; i < to; i++) {
      restored.set(i, part, i - from);
    }
  }
}

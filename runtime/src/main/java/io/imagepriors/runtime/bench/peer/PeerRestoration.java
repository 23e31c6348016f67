package io.imagepriors.runtime.bench.peer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.bench.speed.BatchRestoration;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.Work;
import java.nio.file.Path;
import java.util.Map;

/**
 * The peer's restoration of the images of one of ours: a search of the codes from 16 starts, 25
 * steps, of which the best 4 go on for 120 and are averaged. It takes so many images at a time as
 * it finds to be fastest.
 */
public final class PeerRestoration {
  private static final Map<String, Object> SETTINGS =
      Map.of("starts", 16, "keep", 4, "search", 25, "refine", 120, "spread", 0.45);

  private final Peer peer;
  private final SharedModel shared;
  private final BatchRestoration ours;
  private final Path y;
  private final Path mask;
  private final Path out;

  /**
   * Puts the images where the peer can read them.
   *
   * @param model noise, or a mask
   */
  public PeerRestoration(
      Peer peer,
      SharedModel shared,
      BatchRestoration ours,
      ForwardModel model,
      String name,
      Workshop workshop) {
    this.peer = peer;
    this.shared = shared;
    this.ours = ours;
    this.y = Floats.write(ours.degraded(), workshop.file(name + "-y"));
    ImageStack all = ImageStack.zeros(1, model.clean());
    java.util.Arrays.fill(all.pixels(), 1f);
    this.mask = Floats.write(model.observed().orElse(all), workshop.file(name + "-mask"));
    this.out = workshop.file(name + "-restored");
  }

  /** The restoration as a job. */
  public Job job() {
    Map<String, Object> request = new java.util.LinkedHashMap<>(SETTINGS);
    request.put("name", shared.name());
    request.put("y", y.toString());
    request.put("mask", mask.toString());
    request.put("out", out.toString());
    Work work =
        times -> {
          long sum = 0;
          for (int i = 0; i < times; i++) {
            sum += peer.ask("restore", request).get("nanos").getAsLong();
          }
          return sum;
        };
    return new Job("peer", ours.degraded().count(), 0, work);
  }

  /** The quality of the last one, by the measure of ours. */
  public double psnr() {
    ImageStack y = ours.degraded();
    return ours.psnr(Floats.read(out, y.count(), y.shape()));
  }
}

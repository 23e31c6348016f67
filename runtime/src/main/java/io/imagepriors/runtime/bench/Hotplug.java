package io.imagepriors.runtime.bench;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import io.imagepriors.runtime.setting.PlatformSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes from the copy of a file into the plug-in folder to the first use of its
 * plug-in, and from the deletion of the file until the plug-in is gone.
 */
public final class Hotplug implements AutoCloseable {
  private static final long POLL_NANOS =
      TimeUnit.MILLISECONDS.toNanos(PlatformSettings.USUAL_POLL_MILLIS);

  private final TrialPlatform platform;
  private final List<Probe> probes;
  private final SplittableRandom random;

  /**
   * What was measured for one plug-in.
   *
   * @param file its file
   * @param kind what it is
   * @param bytes the length of its file
   * @param arrival from the begin of the copy to the end of the first use
   * @param removal from the deletion until it can't be found
   */
  public record Result(String file, String kind, int bytes, Sample arrival, Sample removal) {}

  private Hotplug(TrialPlatform platform, long seed) {
    this.platform = platform;
    this.probes = Probe.all(platform);
    this.random = new SplittableRandom(seed);
  }

  /**
   * Starts a platform that watches its folder as often as the product does.
   *
   * @param seed of the moments at which files are copied and deleted
   */
  public static Hotplug open(Site site, long seed) {
    return new Hotplug(TrialPlatform.start(site, PlatformSettings.USUAL_POLL_MILLIS), seed);
  }

  /**
   * Measures every kind of plug-in that many times; fewer if the monitor says stop, and nothing for
   * what has not begun then.
   */
  public List<Result> run(int times, Monitor monitor) throws InterruptedException, IOException {
    List<Result> results = new ArrayList<>();
    boolean goOn = true;
    for (int p = 0; p < probes.size() && goOn; p++) {
      Probe probe = probes.get(p);
      long[] arrivals = new long[times];
      long[] removals = new long[times];
      for (int i = 0; i < times && goOn; i++) {
        arrivals[i] = arrive(probe, i);
        removals[i] = remove(probe);
        long done = (long) p * times + i + 1;
        goOn =
            monitor.step(
                new Progress(probe.name(), done, (long) times * probes.size(), Double.NaN, 0));
      }
      if (goOn) {
        results.add(result(probe, arrivals, removals));
      }
    }
    return results;
  }

  private static Result result(Probe probe, long[] arrivals, long[] removals) {
    return new Result(
        probe.file(),
        probe.kind().label(),
        probe.content(0, 0).length,
        Sample.ofNanos(arrivals),
        Sample.ofNanos(removals));
  }

  private long arrive(Probe probe, int number) throws InterruptedException {
    byte[] content = probe.content(number, number % probe.flavours());
    rest();
    long begin = System.nanoTime();
    platform.drop(probe.file(), content);
    require(platform.await(() -> probe.serves(platform, number)), probe, "did not come");
    probe.recipe().lookUp(platform).restore();
    return System.nanoTime() - begin;
  }

  private long remove(Probe probe) throws InterruptedException, IOException {
    rest();
    long begin = System.nanoTime();
    platform.delete(probe.file());
    require(
        platform.await(() -> platform.find(probe.kind(), probe.name()).isEmpty()),
        probe,
        "did not go");
    return System.nanoTime() - begin;
  }

  /** The watch looks at fixed moments; files come at any. */
  private void rest() {
    LockSupport.parkNanos(random.nextLong(2 * POLL_NANOS));
  }

  private static void require(boolean condition, Probe probe, String complaint) {
    if (!condition) {
      throw new IllegalStateException(probe.file() + " " + complaint);
    }
  }

  /** Stops the platform and removes its files. */
  @Override
  public void close() {
    platform.close();
  }
}

package io.imagepriors.runtime.bench;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plug-ins come, change and go, all kinds at the same time, while threads restore without pause. In
 * stages: after each, everything is stopped and memory measured.
 */
public final class Soak implements AutoCloseable {
  /** Short, so that most of the time goes into changes and not into waiting for them. */
  private static final int POLL_MILLIS = 5;

  private static final long GLANCE_MILLIS = 50;

  private final SoakPlan plan;
  private final TrialPlatform platform;
  private final List<Probe> probes;
  private final SplittableRandom random;
  private final Endings endings = new Endings();
  private final Tally failures = new Tally();
  private final AtomicLong serials = new AtomicLong();
  private final AtomicLong lived = new AtomicLong();
  private final List<SoakReport.Mark> marks = new ArrayList<>();

  private Soak(SoakPlan plan, TrialPlatform platform) {
    this.plan = plan;
    this.platform = platform;
    this.probes = Probe.all(platform);
    this.random = new SplittableRandom(plan.seed());
  }

  /** Starts the platform to soak. */
  public static Soak open(Site site, SoakPlan plan) {
    return new Soak(plan, TrialPlatform.start(site, POLL_MILLIS));
  }

  /**
   * Soaks until all cycles are done, the time is over, or the monitor says stop.
   *
   * @param monitor told of cycles; its word comes into effect when those that run have ended
   */
  public SoakReport run(Monitor monitor) throws InterruptedException, IOException {
    double load = Memory.load();
    long begin = System.nanoTime();
    AtomicBoolean stop = new AtomicBoolean();
    Monitor clocked =
        progress -> monitor.step(progress) && System.nanoTime() - begin < plan.nanos();
    Undisturbed undisturbed = Undisturbed.measure(platform, probes);
    while (lived.get() < plan.cycles() && !stop.get()) {
      runStage(undisturbed, Math.min(plan.stage(), plan.cycles() - lived.get()), clocked, stop);
      marks.add(mark());
    }
    return new SoakReport(
        plan,
        lived.get(),
        (System.nanoTime() - begin) / 1e9,
        load,
        failures.counts(),
        endings.summary(),
        platform.loaders().count(),
        marks);
  }

  private void runStage(Undisturbed undisturbed, long cycles, Monitor monitor, AtomicBoolean stop)
      throws InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    List<Thread> users = new ArrayList<>();
    for (int i = 0; i < plan.threads(); i++) {
      Runnable user = new Restoring(platform, undisturbed, random.split(), enough::get, endings);
      users.add(start("restoring " + i, user));
    }
    AtomicLong left = new AtomicLong(cycles);
    AtomicInteger living = new AtomicInteger(probes.size());
    List<Thread> lives = new ArrayList<>();
    for (Probe probe : probes) {
      SplittableRandom own = random.split();
      lives.add(start("lives of " + probe.name(), () -> live(probe, own, left, stop, living)));
    }
    while (living.get() > 0) {
      Progress progress = new Progress(stageName(), lived.get(), plan.cycles(), Double.NaN, 0);
      if (!monitor.step(progress)) {
        stop.set(true);
      }
      Thread.sleep(GLANCE_MILLIS);
    }
    enough.set(true);
    for (Thread thread : users) {
      thread.join();
    }
    for (Thread thread : lives) {
      thread.join();
    }
  }

  private void live(
      Probe probe,
      SplittableRandom own,
      AtomicLong left,
      AtomicBoolean stop,
      AtomicInteger living) {
    try {
      while (!stop.get() && left.getAndDecrement() > 0) {
        new Life(platform, probe, own, serials).run();
        lived.incrementAndGet();
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      failures.add(e.toString());
    } finally {
      living.decrementAndGet();
    }
  }

  private String stageName() {
    return endings.count() + " restorations";
  }

  private SoakReport.Mark mark() throws InterruptedException {
    int left = platform.loaders().left();
    return new SoakReport.Mark(
        lived.get(), left, bundlesLeft(), Memory.heap(), Memory.resident().orElse(-1));
  }

  /** All files have been deleted; the framework may need a moment more. */
  private int bundlesLeft() throws InterruptedException {
    platform.await(() -> probeBundles() == 0);
    return probeBundles();
  }

  private int probeBundles() {
    return probes.stream()
        .map(probe -> ProbeJar.symbolicName(probe.name()))
        .mapToInt(platform::bundles)
        .sum();
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Stops the platform and removes its files. */
  @Override
  public void close() {
    platform.close();
  }
}

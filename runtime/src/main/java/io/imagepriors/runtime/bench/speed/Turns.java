package io.imagepriors.runtime.bench.speed;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import io.imagepriors.runtime.bench.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Times jobs in turns: in every round each job works for a moment, so that whatever slows the
 * machine slows all, and ratios within a round are fair where times are not.
 */
public final class Turns {
  /** Enough for quartiles. */
  private static final int ROUNDS = 11;

  private static final int LEAST_ROUNDS = 3;

  /** So long a job runs before it is timed: the compiler needs it more than the processor. */
  private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  private static final int MOST_TIMES = 1 << 20;

  private final List<Job> jobs;
  private final long budget;

  /**
   * A plan.
   *
   * @param jobs in the order of their turns
   * @param seconds for all, warming up included; a round that has begun ends, and there are at
   *     least three
   */
  public Turns(List<Job> jobs, double seconds) {
    this.jobs = List.copyOf(jobs);
    this.budget = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /**
   * Takes the turns.
   *
   * @param monitor told of rounds, and able to stop
   * @return one timing for each job, in their order; none if the monitor said stop
   */
  public List<Timing> run(Monitor monitor) {
    long begin = System.nanoTime();
    double[] each = new double[jobs.size()];
    for (int j = 0; j < each.length; j++) {
      if (!proceed(monitor, "warming up", begin, budget)) {
        return List.of();
      }
      each[j] = warmUp(jobs.get(j), budget / (4L * each.length));
    }
    double left = Math.max(0, budget - (System.nanoTime() - begin));
    int planned = rounds(left, each);
    double slice = slice(left / planned, each);
    List<long[]> rounds = new ArrayList<>();
    while (rounds.size() < planned
        && (rounds.size() < LEAST_ROUNDS || System.nanoTime() - begin < budget)) {
      double open = (planned - rounds.size()) * oneRound(slice, each);
      long end = System.nanoTime() - begin + (long) open;
      if (!proceed(monitor, "round " + (rounds.size() + 1) + " of " + planned, begin, end)) {
        return List.of();
      }
      rounds.add(round(each, slice));
    }
    return timings(rounds);
  }

  /** How many rounds there is time for. */
  private static int rounds(double left, double[] each) {
    double most = left / Math.max(1, oneRound(0, each));
    return (int) Math.max(LEAST_ROUNDS, Math.min(ROUNDS, most));
  }

  /** The time of a round in which each job has a slice, or takes longer for one repetition. */
  private static double oneRound(double slice, double[] each) {
    return Arrays.stream(each).map(one -> Math.max(slice, one)).sum();
  }

  /** The slice for each job with which a round takes the given time; 0 if there is none. */
  static double slice(double round, double[] each) {
    double[] rising = each.clone();
    Arrays.sort(rising);
    double left = round;
    for (int j = rising.length - 1; j >= 0; j--) {
      double equal = left / (j + 1);
      if (rising[j] <= equal) {
        return equal;
      }
      left -= rising[j]; // needs more than its slice: the others share what remains
    }
    return 0;
  }

  /** Gives the nanoseconds of one repetition. */
  private static double warmUp(Job job, long most) {
    long limit = Math.min(most, WARM_UP_NANOS);
    int times = 1;
    long sum = 0;
    long nanos = job.work().nanos(times);
    for (sum += nanos; sum < limit && times < MOST_TIMES; sum += nanos) {
      times *= 2;
      nanos = job.work().nanos(times);
    }
    return (double) nanos / times;
  }

  private long[] round(double[] each, double slice) {
    long[] nanos = new long[each.length];
    for (int j = 0; j < each.length; j++) {
      int times = (int) Math.max(1, Math.min(MOST_TIMES, slice / Math.max(1, each[j])));
      nanos[j] = jobs.get(j).work().nanos(times) / times;
      each[j] = Math.max(1, nanos[j]);
    }
    return nanos;
  }

  private List<Timing> timings(List<long[]> rounds) {
    List<Timing> timings = new ArrayList<>();
    for (int j = 0; j < jobs.size(); j++) {
      int job = j;
      long[] nanos = rounds.stream().mapToLong(round -> round[job]).toArray();
      timings.add(new Timing(jobs.get(j), Sample.ofNanos(nanos)));
    }
    return timings;
  }

  /** Tells of a time that has passed, and of that which it will have been in the end. */
  private static boolean proceed(Monitor monitor, String stage, long begin, long end) {
    long done = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    long total = Math.max(done, TimeUnit.NANOSECONDS.toMillis(end));
    return monitor.proceed(new Progress(stage, done, total, Double.NaN, 0));
  }
}

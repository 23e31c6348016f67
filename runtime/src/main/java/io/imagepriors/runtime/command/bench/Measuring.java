package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.runtime.bench.Memory;
import io.imagepriors.runtime.bench.Sample;
import io.imagepriors.runtime.bench.speed.Clock;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.Timing;
import io.imagepriors.runtime.bench.speed.Turns;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the benchmarks of speed share. */
final class Measuring {
  static final Option<Integer> THREADS =
      Option.of(Parameter.integer("threads", 1, 1, 256, "that compute at a time"));

  static final Option<Clock> CLOCK =
      Option.of(
          Parameter.choice(
              "clock", Clock.WALL, "time that passes, or that the computing thread has run"));

  private Measuring() {}

  /** The option {@code --seconds}. */
  static Option<Double> seconds(double usual) {
    return Option.of(
        Parameter.real("seconds", usual, Interval.closed(0.1, 100_000), "about how long it takes"));
  }

  /**
   * Times jobs in turns, with a progress bar.
   *
   * @throws CancelledException if the user stops it
   */
  static List<Timing> time(Invocation in, String title, List<Job> jobs, double seconds) {
    try (ProgressBar bar = in.progress(title)) {
      List<Timing> timings = new Turns(jobs, seconds).run(bar);
      if (timings.isEmpty()) {
        throw new CancelledException();
      }
      return timings;
    }
  }

  /** This machine, versions, and its load before measuring. */
  static Map<String, String> machine() {
    Map<String, String> machine = new LinkedHashMap<>(Provenance.machine());
    machine.put("Load before", number(Memory.load(), 1));
    return machine;
  }

  /** The same, and the clock that the user chose. */
  static Map<String, String> machine(Invocation in) {
    Map<String, String> machine = machine();
    machine.put("Clock", in.get(CLOCK).name().toLowerCase(Locale.ROOT));
    return machine;
  }

  /** The machine in one line. */
  static String line(Map<String, String> machine) {
    StringBuilder line = new StringBuilder();
    machine.forEach(
        (key, value) ->
            line.append(line.isEmpty() ? "" : "; ").append(key).append(' ').append(value));
    return line.toString();
  }

  /** A number with that many decimals. */
  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A time in milliseconds or a ratio, to three digits or so. */
  static String digits(double value) {
    return number(value, value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
  }

  /** Quartiles around a median: the spread. */
  record Spread(double median, double low, double high) {
    static Spread of(Sample sample) {
      return new Spread(sample.median(), sample.quantile(0.25), sample.quantile(0.75));
    }

    /** Median and quartiles times a factor, as in {@code 0.51 (0.49-0.55)}. */
    String text(double factor) {
      return digits(factor * median)
          + " ("
          + digits(factor * low)
          + "-"
          + digits(factor * high)
          + ")";
    }
  }
}

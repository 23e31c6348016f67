package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.Parameter;
import io.imagepriors.runtime.bench.Hotplug;
import io.imagepriors.runtime.bench.Hotplug.Result;
import io.imagepriors.runtime.bench.Sample;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long a dropped file takes to become a plug-in, and a deleted one to be none. */
final class HotplugCommand implements Command {
  private static final double TARGET_MILLIS = 500;

  private static final Option<Integer> TIMES =
      Option.of(Parameter.integer("times", 20, 1, 10_000, "files of each kind"));
  private static final Option<Long> SEED =
      Option.of(Parameter.seed("when files are copied and deleted"));

  private final Optional<Site> site;

  /** Quantiles in {@code --json}, in milliseconds. */
  private record Spread(double median, double least, double p90, double most) {
    static Spread of(Sample sample) {
      return new Spread(
          sample.median(), sample.quantile(0), sample.quantile(0.9), sample.quantile(1));
    }
  }

  /** One plug-in in {@code --json}. */
  private record Row(String file, String kind, int bytes, Spread arrival, Spread removal) {}

  /** The document of {@code --json}. */
  private record Document(int times, double targetMillis, boolean reached, List<Row> plugins) {}

  HotplugCommand(Optional<Site> site) {
    this.site = site;
  }

  @Override
  public Signature signature() {
    return Signature.of(
            "bench hotplug", "how soon a dropped file can be used, a deleted one is gone")
        .details(
            "A platform is started in this process, with a temporary plug-in folder that is looked"
                + " at every 100 ms, as the shell's. Measured is the time from the begin of a"
                + " file's copy into that folder to the end of a first restoration with its"
                + " plug-in, and from the file's deletion until the plug-in is gone. Exit code 1 if"
                + " a median of the former is not below 500 ms.")
        .options(TIMES, SEED)
        .answersWithData()
        .example("bench hotplug")
        .example("bench hotplug --times 100 --json");
  }

  @Override
  public int run(Invocation in) throws IOException {
    List<Result> results = measure(in);
    in.requireNotCancelled();
    boolean reached = results.stream().allMatch(r -> r.arrival().median() < TARGET_MILLIS);
    if (in.wantsJson()) {
      List<Row> rows = results.stream().map(HotplugCommand::row).toList();
      in.printJson(new Document(in.get(TIMES), TARGET_MILLIS, reached, rows));
    } else {
      print(results, in);
      in.out().println(reached ? "every median is below 500 ms" : "a median is not below 500 ms");
    }
    return reached ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private List<Result> measure(Invocation in) throws IOException {
    try (Hotplug hotplug = Hotplug.open(Benches.require(site), in.get(SEED));
        ProgressBar bar = in.progress("bench hotplug")) {
      return hotplug.run(in.get(TIMES), bar);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private static void print(List<Result> results, Invocation in) {
    Table table =
        Table.of(
            "FILE",
            "KIND",
            "KB",
            "USABLE ms",
            "LEAST",
            "P90",
            "MOST",
            "GONE ms",
            "LEAST",
            "P90",
            "MOST");
    for (Result result : results) {
      Spread arrival = Spread.of(result.arrival());
      Spread removal = Spread.of(result.removal());
      table.row(
          result.file(),
          result.kind(),
          String.valueOf(result.bytes() / 1000),
          millis(arrival.median()),
          millis(arrival.least()),
          millis(arrival.p90()),
          millis(arrival.most()),
          millis(removal.median()),
          millis(removal.least()),
          millis(removal.p90()),
          millis(removal.most()));
    }
    in.out().println("median of " + in.get(TIMES) + ", the folder is looked at every 100 ms");
    table.print(in.console());
  }

  private static Row row(Result result) {
    return new Row(
        result.file(),
        result.kind(),
        result.bytes(),
        Spread.of(result.arrival()),
        Spread.of(result.removal()));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}

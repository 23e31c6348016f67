package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.speed.BatchRestoration;
import io.imagepriors.runtime.bench.speed.Clock;
import io.imagepriors.runtime.bench.speed.Residency;
import io.imagepriors.runtime.bench.speed.Team;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import java.util.Map;

/** What a process keeps in memory while it restores without pause. */
final class MemoryCommand implements Command {
  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR).orDefault("uniform");
  private static final Choice<Degradation> DEGRADATION =
      Choice.option(Kind.DEGRADATION).orDefault("mask:hole=14");
  private static final Choice<Restorer> RESTORER = Choice.option(Kind.RESTORER).orDefault("hybrid");
  private static final ImageSelection IMAGES = ImageSelection.of("test");
  private static final Option<Integer> COUNT =
      Option.of(Parameter.integer("count", 128, 1, 100_000, "images at once"));
  private static final Option<Double> SECONDS = Measuring.seconds(30);

  /** The document of {@code --json}, in MiB. */
  private record Document(
      Map<String, String> machine,
      int threads,
      int images,
      double seconds,
      long stacks,
      double residentMedian,
      double residentMost,
      double heapMedian,
      double heapMost) {}

  @Override
  public Signature signature() {
    return Signature.of("bench memory", "resident memory while restoring without pause")
        .details(
            "This process restores the same stack of images again and again, and looks ten times a"
                + " second at what it keeps in memory, Java's heap and everything else.")
        .choices(PRIOR, DEGRADATION, RESTORER, IMAGES.dataset())
        .options(IMAGES.split(), COUNT, Measuring.THREADS, SECONDS)
        .answersWithData()
        .example("bench memory")
        .example("bench memory --threads 2 --seconds 300 --json");
  }

  @Override
  public int run(Invocation in) {
    Map<String, String> machine = Measuring.machine();
    LabelledImages all = IMAGES.load(in);
    ImageStack truth = all.stack(0, Math.min(in.get(COUNT), all.count()));
    try (Team team = new Team(in.get(Measuring.THREADS));
        ProgressBar bar = in.progress("bench memory")) {
      Residency seen =
          Residency.watch(
              restoration(in, truth).job(team, Clock.WALL, "restoring").work(),
              in.get(SECONDS),
              bar);
      in.requireNotCancelled();
      answer(
          in,
          new Document(
              machine,
              team.size(),
              truth.count(),
              seen.seconds(),
              seen.restorations(),
              seen.resident().median(),
              seen.resident().quantile(1),
              seen.heap().median(),
              seen.heap().quantile(1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    return ExitCode.OK;
  }

  private static BatchRestoration restoration(Invocation in, ImageStack truth) {
    Chosen<Prior> prior = in.one(PRIOR);
    Chosen<Degradation> degradation = in.one(DEGRADATION);
    Chosen<Restorer> restorer = in.one(RESTORER);
    ForwardModel model = degradation.plugin().bind(truth.shape(), degradation.parameters());
    return new BatchRestoration(
        restorer.plugin(),
        restorer.parameters(),
        model,
        prior.plugin().bind(truth.shape(), prior.parameters()),
        truth,
        0);
  }

  private static void answer(Invocation in, Document document) {
    if (in.wantsJson()) {
      in.printJson(document);
      return;
    }
    in.out().println(Measuring.line(document.machine()));
    in.out()
        .printf(
            "%d stacks of %d images in %.0f s, threads: %d%n",
            document.stacks(), document.images(), document.seconds(), document.threads());
    in.out()
        .printf(
            "resident %.0f MiB, at most %.0f; heap %.0f MiB, at most %.0f%n",
            document.residentMedian(),
            document.residentMost(),
            document.heapMedian(),
            document.heapMost());
  }
}

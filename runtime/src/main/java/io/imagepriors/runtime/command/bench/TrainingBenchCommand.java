package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Trainer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.Timing;
import io.imagepriors.runtime.bench.speed.TrainingSteps;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.bench.Measuring.Spread;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many images a training learns in a second. */
final class TrainingBenchCommand implements Command {
  private static final Choice<Trainer> TRAINER = Choice.operand(Kind.TRAINER).orDefault("uniform");
  private static final ImageSelection IMAGES = ImageSelection.of("train");
  private static final Option<Double> SECONDS = Measuring.seconds(15);

  private final Optional<Site> site;

  /** The document of {@code --json}. */
  private record Document(
      Map<String, String> machine,
      String trainer,
      String threads,
      int batch,
      double imagesPerSecond,
      Spread millisPerStep) {}

  TrainingBenchCommand(Optional<Site> site) {
    this.site = site;
  }

  @Override
  public Signature signature() {
    return Signature.of("bench training", "images that a training learns in a second")
        .details(
            "A training of 50,000 images in batches of 250 is begun and given up; images of the"
                + " dataset are repeated where there are fewer. Its files lie in a temporary"
                + " folder.")
        .choices(TRAINER, IMAGES.dataset())
        .options(IMAGES.split(), Measuring.CLOCK, SECONDS)
        .answersWithData()
        .example("bench training")
        .example("bench training uniform:architecture=mlp,threads=2 --seconds 60");
  }

  @Override
  public int run(Invocation in) {
    Map<String, String> machine = Measuring.machine(in);
    Chosen<Trainer> trainer = in.one(TRAINER);
    LabelledImages images = IMAGES.load(in);
    Timing timing;
    try (TrainingSteps steps =
        TrainingSteps.start(
            in.get(Measuring.CLOCK),
            trainer.plugin(),
            images,
            trainer.parameters(),
            Benches.require(site).workshop())) {
      Job job = new Job(trainer.toString(), steps.batch(), 0, steps);
      timing = Measuring.time(in, "bench training", List.of(job), in.get(SECONDS)).get(0);
    }
    Spread millis = Spread.of(timing.millis());
    String threads = trainer.parameters().texts().getOrDefault("threads", "1");
    if (in.wantsJson()) {
      in.printJson(
          new Document(
              machine,
              trainer.toString(),
              threads,
              timing.job().images(),
              timing.imagesPerSecond(),
              millis));
    } else {
      in.out().println(Measuring.line(machine));
      in.out()
          .printf(
              "%s: %.0f images/s, %s ms a step of %d images (quartiles), threads: %s%n",
              trainer, timing.imagesPerSecond(), millis.text(1), timing.job().images(), threads);
    }
    return ExitCode.OK;
  }
}

package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Uncertainty;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Method;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.metric.Psnr;
import io.imagepriors.runtime.picture.HeatMap;
import io.imagepriors.runtime.picture.PictureWriter;
import io.imagepriors.runtime.picture.ShownImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Restores one image: a picture file that is degraded already, or one of a dataset whose
 * degradation is simulated, so that the result can be measured. Or {@linkplain ManyPictures many}.
 */
public final class RestoreCommand implements Command {
  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR).orUsual("uniform");
  private static final Choice<Degradation> DEGRADATION =
      Choice.option(Kind.DEGRADATION).orDefault("gaussian-noise");
  private static final Choice<Restorer> RESTORER = Choice.option(Kind.RESTORER).orDefault("hybrid");
  private static final OneImage IMAGE =
      OneImage.of(
          "a degraded PNG or JPEG to restore, a folder of them, or a file in MNIST's format; name"
              + " the --degradation too");
  private static final Option<Long> SEED =
      Option.of(Parameter.seed("seed of the simulated noise and of all else that is random"));
  private static final Option<Optional<Path>> OUT =
      Option.file(
          "out",
          "the PNG to write the restored image to; where the restorer says how sure it is, draws and"
              + " deviation go to NAME-uncertainty.png beside it; for many pictures a folder, or a"
              + " file in MNIST's format (NAME.idx)");
  private static final int DRAWS_SHOWN = 3;

  @Override
  public Signature signature() {
    return Signature.of("restore", "restore one image, or many on disk")
        .choices(PRIOR, DEGRADATION, RESTORER, IMAGE.dataset())
        .options(IMAGE.file(), IMAGE.split(), IMAGE.index(), SEED, OUT)
        .options(ManyPictures.BATCH, ManyPictures.WORKERS, ManyPictures.OVERWRITE)
        .details(
            "Of many pictures those without a result are restored: the same line goes on where it was"
                + " stopped or killed. The exit code is 1 if some could not be restored.")
        .answersWithData()
        .example("restore --prior uniform --degradation mask:hole=10 --index 3")
        .example("restore --in scan.png --degradation gaussian-noise:sigma=0.2 --out clean.png")
        .example("restore --in scans --degradation mask:picture=seen.png --out clean")
        .example("restore --in scan.png --degradation gaussian-noise:sigma=auto --out clean.png")
        .example("restore --restorer posterior --degradation mask:half=lower --out seven.png");
  }

  @Override
  public int run(Invocation in) {
    requireNamedDegradation(in);
    Optional<Chosen<Prior>> prior = NeededPriors.of(in, PRIOR, RESTORER).stream().findFirst();
    Candidate<Degradation> degradation = Candidates.of(in.one(DEGRADATION));
    Optional<ManyPictures> many =
        Optional.of(in)
            .filter(IMAGE::isFile)
            .flatMap(i -> i.get(IMAGE.file()))
            .flatMap(ManyPictures::at);
    if (many.isPresent()) {
      return many.get().restore(in, in.need(OUT), restoring(in, prior, degradation));
    }
    ManyPictures.requireNone(in);
    return restoreOne(in, prior, degradation);
  }

  private static Restoring restoring(
      Invocation in, Optional<Chosen<Prior>> prior, Candidate<Degradation> degradation) {
    Candidate<Restorer> restorer = Candidates.of(in.one(RESTORER));
    return prior
        .map(chosen -> Restoring.with(chosen, degradation, restorer))
        .orElseGet(() -> Restoring.withoutPrior(degradation, restorer));
  }

  private static int restoreOne(
      Invocation in, Optional<Chosen<Prior>> prior, Candidate<Degradation> degradation) {
    requireSafeOutput(in);
    Subject subject =
        IMAGE.isFile(in)
            ? Subject.ofFile(
                in.get(IMAGE.file()).orElseThrow(),
                prior.map(chosen -> chosen.plugin().shape()),
                degradation)
            : IMAGE.simulate(in, degradation, in.get(SEED));
    Method method = method(in.one(RESTORER), prior, subject.model());
    long start = System.nanoTime();
    Restoration restoration = restore(in, subject, method);
    double seconds = (System.nanoTime() - start) * 1e-9;
    in.get(OUT).ifPresent(file -> write(subject, restoration, file));
    RestoreAnswer answer =
        RestoreAnswer.of(method, degradation.label(), subject, restoration, seconds, in.get(OUT));
    if (in.wantsJson()) {
      in.printJson(answer);
    } else {
      show(in, subject, restoration);
      answer.lines().forEach(in.out()::println);
    }
    return ExitCode.OK;
  }

  private static Method method(
      Chosen<Restorer> restorer, Optional<Chosen<Prior>> prior, ForwardModel model) {
    Candidate<Restorer> candidate = Candidates.of(restorer);
    return prior
        .map(
            chosen ->
                Method.of(
                    candidate,
                    chosen.toString(),
                    chosen.plugin().bind(model.clean(), chosen.parameters())))
        .or(() -> Method.withoutPrior(candidate))
        .orElseThrow();
  }

  private static Restoration restore(Invocation in, Subject subject, Method method) {
    try (ProgressBar bar = in.progress("restore")) {
      Restoration restoration = method.run().restore(subject.degraded(), subject.model(), bar);
      if (restoration.outcome() == Outcome.CANCELLED) {
        throw new CancelledException();
      }
      return restoration;
    }
  }

  /** What happened to a picture of the user's is nothing to guess. */
  private static void requireNamedDegradation(Invocation in) {
    if (IMAGE.isFile(in) && !in.has(DEGRADATION)) {
      throw new InvalidInputException(
          "restore --in needs --degradation NAME: what happened to the picture; there are: "
              + String.join(", ", in.catalog().names(Kind.DEGRADATION)));
    }
  }

  private static void requireSafeOutput(Invocation in) {
    Optional<Path> out = in.get(OUT);
    out.ifPresent(AtomicFile::requireWritable);
    if (out.isPresent() && in.get(IMAGE.file()).filter(f -> same(f, out.get())).isPresent()) {
      throw InvalidInputException.of("option --out", "name another file than --in", out.get());
    }
  }

  private static boolean same(Path a, Path b) {
    return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
  }

  private static void write(Subject subject, Restoration restoration, Path file) {
    PictureWriter.write(restoration.images(), 0, file);
    UncertaintySheet.write(subject, restoration, file);
  }

  private static void show(Invocation in, Subject subject, Restoration restoration) {
    ImageStack restored = restoration.images();
    Preview preview = new Preview();
    subject.clean().ifPresent(clean -> preview.add("clean", clean, Optional.empty()));
    preview
        .add(
            title("before", subject, subject.baseline()),
            subject.baseline(),
            subject.model().measured())
        .add(title("after", subject, restored), restored, Optional.empty())
        .print(in.console());
    restoration.uncertainty().ifPresent(u -> show(in, u));
  }

  /** A row of its own: beside the restored image there is no room. */
  private static void show(Invocation in, Uncertainty uncertainty) {
    Preview preview = new Preview();
    List<ShownImage> draws = UncertaintySheet.draws(uncertainty, DRAWS_SHOWN);
    for (int k = 0; k < draws.size(); k++) {
      preview.add("draw " + (k + 1), draws.get(k).stack(), Optional.empty());
    }
    preview.add("deviation", HeatMap.of(uncertainty.deviation()), Optional.empty());
    preview.print(in.console());
  }

  private static String title(String name, Subject subject, ImageStack images) {
    return subject
        .clean()
        .map(clean -> String.format(Locale.ROOT, "%s %.1f dB", name, Psnr.of(images, clean, 0)))
        .orElse(name);
  }
}

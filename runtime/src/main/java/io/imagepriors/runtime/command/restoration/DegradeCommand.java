package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameter;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Degraded;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.metric.Psnr;
import io.imagepriors.runtime.picture.PictureReader;
import io.imagepriors.runtime.picture.PictureWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Does to one image what a degradation does, for trying the restorers on it. */
public final class DegradeCommand implements Command {
  private static final Choice<Degradation> DEGRADATION =
      Choice.option(Kind.DEGRADATION).orDefault("gaussian-noise");
  private static final OneImage IMAGE = OneImage.of("a clean PNG or JPEG of any size to degrade");
  private static final Option<Long> SEED =
      Option.of(Parameter.seed("seed of the noise and of all else that is random"));
  private static final Option<Optional<Path>> OUT =
      Option.file("out", "the PNG to write the degraded image to; noise is clipped to [0, 1]");
  private static final Option<Optional<Path>> CLEAN =
      Option.file("clean", "the PNG to write the clean image to");

  @Override
  public Signature signature() {
    return Signature.of("degrade", "add noise to an image or hide parts of it")
        .choices(DEGRADATION, IMAGE.dataset())
        .options(IMAGE.file(), IMAGE.split(), IMAGE.index(), SEED, OUT, CLEAN)
        .answersWithData()
        .example("degrade --degradation gaussian-noise --sigma 0.3 --index 7 --out noisy.png")
        .example("degrade --degradation blur:gaussian=1.5+mask:hole=10 --index 7 --out seen.png")
        .example("degrade --degradation mask:half=lower --in digit.png --out masked.png");
  }

  @Override
  public int run(Invocation in) {
    in.get(OUT).ifPresent(AtomicFile::requireWritable);
    in.get(CLEAN).ifPresent(AtomicFile::requireWritable);
    Candidate<Degradation> degradation = Candidates.of(in.one(DEGRADATION));
    Subject subject =
        IMAGE.isFile(in)
            ? ofFile(in.get(IMAGE.file()).orElseThrow(), degradation, in.get(SEED))
            : IMAGE.simulate(in, degradation, in.get(SEED));
    ImageStack clean = subject.clean().orElseThrow();
    in.get(OUT).ifPresent(file -> PictureWriter.write(subject.degraded(), 0, file));
    in.get(CLEAN).ifPresent(file -> PictureWriter.write(clean, 0, file));
    Answer answer =
        new Answer(
            subject.name(),
            degradation.label(),
            Psnr.of(subject.baseline(), clean, 0),
            in.get(OUT).map(Path::toString),
            in.get(CLEAN).map(Path::toString));
    if (in.wantsJson()) {
      in.printJson(answer.fields());
    } else {
      new Preview()
          .add("clean", clean, Optional.empty())
          .add("degraded", subject.degraded(), subject.model().measured())
          .print(in.console());
      answer.lines().forEach(in.out()::println);
    }
    return ExitCode.OK;
  }

  private static Subject ofFile(Path file, Candidate<Degradation> degradation, long seed) {
    return Subject.of(
        file.toString(), Degraded.simulate(degradation, PictureReader.read(file), seed));
  }

  private record Answer(
      String image, String degradation, double psnr, Optional<String> out, Optional<String> clean) {

    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("image", image);
      fields.put("degradation", degradation);
      fields.put("psnr", psnr);
      out.ifPresent(file -> fields.put("out", file));
      clean.ifPresent(file -> fields.put("clean", file));
      return fields;
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(String.format(Locale.ROOT, "%s: %s, PSNR %.2f dB", image, degradation, psnr));
      out.ifPresent(file -> lines.add("written: " + file));
      clean.ifPresent(file -> lines.add("written: " + file));
      return lines;
    }
  }
}

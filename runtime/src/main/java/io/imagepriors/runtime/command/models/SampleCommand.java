package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.analysis.SampleQuality;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.picture.ContactSheet;
import io.imagepriors.runtime.picture.PictureWriter;
import io.imagepriors.runtime.picture.ShownImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What a prior takes for images of its class: decoded codes, drawn uniformly from the cube. */
public final class SampleCommand implements Command {
  private static final int PER_ROW = 8;
  private static final Choice<Prior> PRIOR = Choice.operand(Kind.PRIOR);
  private static final Option<Integer> COUNT =
      Option.of(Parameter.integer("count", 16, 1, 4096, "how many images"));
  private static final Option<Long> SEED = Option.of(Parameter.seed("seed of the codes"));
  private static final Option<Optional<Path>> OUTPUT =
      Option.file("out", "the PNG to write (default: samples.png, unless shown in a terminal)");

  private static final Choice<Classifier> CLASSIFIER = Choice.option(Kind.CLASSIFIER).orNone();
  private static final ImageSelection REAL = ImageSelection.of("test");

  /** The document of {@code --json}; the quality is absent without a classifier. */
  private record Document(
      String prior,
      long seed,
      String output,
      List<List<Float>> codes,
      SampleQuality.Figures quality) {}

  @Override
  public Signature signature() {
    return Signature.of("sample", "decode random codes of a prior to pictures")
        .choices(PRIOR, CLASSIFIER, REAL.dataset())
        .options(COUNT, SEED, OUTPUT, REAL.split())
        .answersWithData()
        .example("sample uniform")
        .example("sample naive --count 64 --seed 7 --out naive.png")
        .example("sample uniform --count 2500 --classifier digit-classifier");
  }

  @Override
  public int run(Invocation in) {
    Optional<Path> output = output(in);
    output.ifPresent(AtomicFile::requireWritable);
    Chosen<Prior> prior = in.one(PRIOR);
    LatentSpace space = Codes.of(prior, prior.plugin().shape());
    CodeStack codes = uniform(in.get(COUNT), space.dimension(), in.get(SEED));
    ImageStack images = ImageStack.zeros(codes.count(), space.shape());
    space.decode(codes, images);
    Optional<SampleQuality> quality = quality(in, images);
    output.ifPresent(file -> PictureWriter.write(sheet(images).draw(), file));
    if (in.wantsJson()) {
      String file = output.map(Path::toString).orElse("");
      SampleQuality.Figures figures = quality.map(SampleQuality::figures).orElse(null);
      in.printJson(new Document(prior.toString(), in.get(SEED), file, list(codes), figures));
      return ExitCode.OK;
    }
    if (in.console().outIsTerminal()) {
      TerminalRows.print(images, in.console());
    }
    quality.ifPresent(found -> print(found, in));
    output.ifPresent(file -> in.out().println("wrote " + file));
    return ExitCode.OK;
  }

  /** How the samples look to the classifier, beside real images, where the user chose one. */
  private static Optional<SampleQuality> quality(Invocation in, ImageStack samples) {
    return in.all(CLASSIFIER).stream()
        .findFirst()
        .map(
            chosen -> {
              LabelledImages real = REAL.load(in);
              ClassifierModel model = chosen.plugin().bind(samples.shape(), chosen.parameters());
              return SampleQuality.of(model, samples, real.stack(0, real.count()));
            });
  }

  private static void print(SampleQuality quality, Invocation in) {
    Table.of("IMAGES", "COUNT", "CONFIDENCE", "FRECHET DISTANCE")
        .row(
            "samples",
            "" + quality.samples(),
            number("%.4f", quality.confidence().value()),
            number("%.2f", quality.distance()))
        .row(
            "real",
            "" + quality.realConfidence().count(),
            number("%.4f", quality.realConfidence().value()),
            number("%.2f", quality.realDistance()) + " (one half from the other)")
        .print(in.console());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static Optional<Path> output(Invocation in) {
    boolean shown = in.console().outIsTerminal() || in.wantsJson();
    return in.get(OUTPUT).or(() -> shown ? Optional.empty() : Optional.of(Path.of("samples.png")));
  }

  private static CodeStack uniform(int count, int dimension, long seed) {
    CodeStack codes = CodeStack.zeros(count, dimension);
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = codes.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return codes;
  }

  private static ContactSheet sheet(ImageStack images) {
    ContactSheet sheet = new ContactSheet();
    for (int first = 0; first < images.count(); first += PER_ROW) {
      int last = Math.min(first + PER_ROW, images.count());
      sheet.row(
          first + "-" + (last - 1),
          IntStream.range(first, last).mapToObj(i -> ShownImage.of(images, i)).toList());
    }
    return sheet;
  }

  private static List<List<Float>> list(CodeStack codes) {
    return IntStream.range(0, codes.count()).mapToObj(i -> Codes.coordinates(codes, i)).toList();
  }
}

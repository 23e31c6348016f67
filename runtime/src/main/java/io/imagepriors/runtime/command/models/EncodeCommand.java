package io.imagepriors.runtime.command.models;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Prior;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Operands;
import io.imagepriors.runtime.command.Signature;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The latent codes of images, as CSV or JSON. */
public final class EncodeCommand implements Command {
  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR);
  private static final ImageSelection IMAGES = ImageSelection.of("test[0:10]");

  /** One image in {@code --json}; the label is absent where it is unknown. */
  private record Row(String image, Integer label, List<Float> code) {}

  /** The document of {@code --json}. */
  private record Document(String prior, int dimension, List<Row> images) {}

  @Override
  public Signature signature() {
    return Signature.of("encode", "print the latent codes of images as CSV or JSON")
        .choices(PRIOR, IMAGES.dataset())
        .options(IMAGES.split())
        .operands(Operands.files("FILE", "pictures to encode in place of a dataset's images"))
        .answersWithData()
        .example("encode --prior uniform --split \"test[0:300]\" > codes.csv")
        .example("encode --prior naive seven.png --json");
  }

  @Override
  public int run(Invocation in) {
    Chosen<Prior> prior = in.one(PRIOR);
    Subjects subjects = Subjects.of(in, IMAGES, prior.plugin().shape());
    LatentSpace space = Codes.of(prior, subjects.shape());
    List<Row> rows = new ArrayList<>();
    subjects.forEachBatch(
        in,
        (batch, first) -> {
          CodeStack codes = CodeStack.zeros(batch.count(), space.dimension());
          space.encode(batch, codes);
          for (int i = 0; i < batch.count(); i++) {
            rows.add(row(subjects, first + i, Codes.coordinates(codes, i)));
          }
        });
    if (in.wantsJson()) {
      in.printJson(new Document(prior.toString(), space.dimension(), rows));
    } else {
      printCsv(in.out(), space.dimension(), rows);
    }
    return ExitCode.OK;
  }

  private static Row row(Subjects subjects, int index, List<Float> code) {
    Integer label = subjects.label(index).isPresent() ? subjects.label(index).getAsInt() : null;
    return new Row(subjects.name(index), label, code);
  }

  private static void printCsv(PrintStream out, int dimension, List<Row> rows) {
    String columns =
        IntStream.range(0, dimension).mapToObj(k -> "z" + k).collect(Collectors.joining(","));
    out.println("image,label," + columns);
    for (Row row : rows) {
      StringBuilder line = new StringBuilder(quoted(row.image())).append(',');
      line.append(row.label() == null ? "" : row.label().toString());
      for (Float value : row.code()) {
        line.append(',').append(value);
      }
      out.println(line);
    }
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}

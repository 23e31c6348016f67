package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.stream.FolderSource;
import io.imagepriors.runtime.stream.IdxSource;
import io.imagepriors.runtime.stream.PictureSink;
import io.imagepriors.runtime.stream.PictureSource;
import io.imagepriors.runtime.stream.PictureStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of {@code restore} that takes a folder of pictures, or a file in MNIST's format. */
final class ManyPictures {
  static final Option<Integer> BATCH =
      Option.of(Parameter.integer("batch", 64, 1, 4096, "many pictures: how many at once"));
  static final Option<Integer> WORKERS =
      Option.of(
          Parameter.integer(
              "workers",
              Runtime.getRuntime().availableProcessors(),
              1,
              1024,
              "many pictures: how many batches at a time"));
  static final Option<Boolean> OVERWRITE =
      Option.flag("overwrite", "many pictures: delete results of an earlier run and begin anew");

  private final Path in;
  private final Optional<IdxSource> file;

  private ManyPictures(Path in, Optional<IdxSource> file) {
    this.in = in;
    this.file = file;
  }

  /** Many pictures, if a path leads to a folder or a file in MNIST's format. */
  static Optional<ManyPictures> at(Path in) {
    Optional<IdxSource> file = IdxSource.find(in);
    return file.isPresent() || Files.isDirectory(in)
        ? Optional.of(new ManyPictures(in, file))
        : Optional.empty();
  }

  /**
   * Refuses options of many pictures where there is one.
   *
   * @throws InvalidInputException if one was given
   */
  static void requireNone(Invocation in) {
    for (Option<?> option : List.of(BATCH, WORKERS, OVERWRITE)) {
      if (in.has(option)) {
        throw new InvalidInputException(
            "--" + option.name() + " goes with --in FOLDER, or a file in MNIST's format");
      }
    }
  }

  /** Restores them; gives an exit code. */
  int restore(Invocation invocation, Path out, Restoring restoring) {
    PictureSource source =
        file.map(PictureSource.class::cast).orElseGet(() -> new FolderSource(in));
    ResultPlace place = new ResultPlace(in, out, invocation.get(OVERWRITE));
    try (PictureSink sink = sink(place, source, restoring)) {
      PictureStream stream =
          new PictureStream(
              source, sink, restoring, invocation.get(BATCH), invocation.get(WORKERS));
      return run(invocation, out, restoring, stream);
    }
  }

  private PictureSink sink(ResultPlace place, PictureSource source, Restoring restoring) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("in", real(in));
    settings.putAll(restoring.settings());
    if (file.isEmpty()) {
      return place.folder(source, settings);
    }
    requireShape(file.get(), restoring);
    settings.put("images", file.get().count() + " of " + file.get().shape());
    Shape clean = restoring.model(file.get().shape()).clean();
    return ResultPlace.isIdx(place.out())
        ? place.file(file.get(), clean, settings)
        : place.folder(source, settings);
  }

  private static int run(Invocation in, Path out, Restoring restoring, PictureStream stream) {
    long start = System.nanoTime();
    boolean ended;
    try {
      ended = count(in, stream) && restore(in, stream);
    } catch (RuntimeException e) {
      if (stream.tally().done() > 0) {
        answer(in, out, restoring, stream, start);
      }
      throw e;
    }
    answer(in, out, restoring, stream, start);
    int code = stream.tally().failed() > 0 ? ExitCode.INCOMPLETE : ExitCode.OK;
    return ended ? code : ExitCode.CANCELLED;
  }

  private static boolean count(Invocation in, PictureStream stream) {
    try (ProgressBar bar = in.progress("look through")) {
      boolean ended = stream.count(bar);
      if (ended && stream.tally().pictures() == 0) {
        throw new InvalidInputException(
            "no PNG or JPEG file in --in; a file in MNIST's format is named itself");
      }
      return ended;
    }
  }

  private static boolean restore(Invocation in, PictureStream stream) {
    try (ProgressBar bar = in.progress("restore")) {
      return stream.run(bar);
    }
  }

  private static void answer(
      Invocation in, Path out, Restoring restoring, PictureStream stream, long start) {
    double seconds = (System.nanoTime() - start) * 1e-9;
    ManyAnswer answer = ManyAnswer.of(restoring, stream.tally(), seconds, out);
    if (in.wantsJson()) {
      in.printJson(answer);
    } else {
      answer.lines().forEach(in.out()::println);
    }
  }

  /** All images of a file have one shape: what does not fit is no matter of single pictures. */
  private void requireShape(IdxSource source, Restoring restoring) {
    restoring
        .needed()
        .filter(needed -> !needed.equals(source.shape()))
        .ifPresent(
            needed -> {
              throw InvalidInputException.of(
                  "images of " + in, "have shape " + needed, source.shape());
            });
  }

  private static String real(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize().toString();
    }
  }
}

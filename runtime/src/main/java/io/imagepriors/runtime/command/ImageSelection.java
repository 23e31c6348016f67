package io.imagepriors.runtime.command;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.catalog.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The choice of images that commands share: {@code --dataset digits --split test[0:16]}, and what
 * the dataset itself takes. Put {@link #dataset()} among the command's choices and {@link #split()}
 * among its options.
 */
public final class ImageSelection {
  private static final Pattern SPLIT =
      Pattern.compile("([^\\[\\]]+)(?:\\[(\\d{0,9})(?:(:)(\\d{0,9}))?\\])?");

  private final Choice<Dataset> dataset;
  private final Option<String> split;

  private ImageSelection(Choice<Dataset> dataset, String splitName, String defaultSplit) {
    this.dataset = dataset;
    this.split =
        Option.text(
            splitName,
            "SPLIT",
            defaultSplit,
            "which images: test, test[0:100], test[7], train[:500]");
  }

  /** A selection that takes {@code defaultSplit} where the user names no split. */
  public static ImageSelection of(String defaultSplit) {
    return new ImageSelection(
        Choice.option(Kind.DATASET).orDefault("digits"), "split", defaultSplit);
  }

  /**
   * A further selection of a command that has one: {@code --NAME DATASET --NAME-split SPLIT}. Load
   * it where the user has made the choice.
   */
  public static ImageSelection named(String name, String defaultSplit) {
    return new ImageSelection(
        Choice.named(Kind.DATASET, name).orNone(), name + "-split", defaultSplit);
  }

  /** The option {@code --dataset}. */
  public Choice<Dataset> dataset() {
    return dataset;
  }

  /** The option {@code --split}. */
  public Option<String> split() {
    return split;
  }

  /** The split and range in use: what the user wrote, the dataset's only split, or the default. */
  public String text(Invocation in) {
    List<String> splits = in.one(dataset).plugin().splits();
    return !in.has(split) && splits.size() == 1 ? splits.get(0) : in.get(split);
  }

  /**
   * Loads the images.
   *
   * @throws InvalidInputException if there is no such split or range, or a file is missing or
   *     broken
   */
  public LabelledImages load(Invocation in) {
    Chosen<Dataset> chosen = in.one(dataset);
    String text = text(in);
    Matcher range = SPLIT.matcher(text);
    if (!range.matches()
        || (range.group(2) != null && range.group(2).isEmpty() && range.group(3) == null)) {
      throw InvalidInputException.of(
          "option --" + split.name(), "read like test, test[0:100], test[:100] or test[7]", text);
    }
    LabelledImages all = chosen.plugin().load(range.group(1), chosen.parameters());
    if (range.group(2) == null) {
      return all;
    }
    int from = range.group(2).isEmpty() ? 0 : Integer.parseInt(range.group(2));
    return all.slice(from, end(range, from, all));
  }

  private static int end(Matcher range, int from, LabelledImages all) {
    if (range.group(3) == null) {
      return from + 1;
    }
    return range.group(4).isEmpty() ? all.count() : Integer.parseInt(range.group(4));
  }
}

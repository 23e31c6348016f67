package io.imagepriors.runtime.command;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.oneclass.ClassImages;
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
      Pattern.compile(
          "([^\\[\\]]+)(?:\\[(\\d{0,9})(?:(:)(\\d{0,9}))?\\])?(?:\\[class=(\\d{1,9})\\])?");

  private final Choice<Dataset> dataset;
  private final Option<String> split;

  private ImageSelection(Choice<Dataset> dataset, String splitName, String defaultSplit) {
    this.dataset = dataset;
    this.split =
        Option.text(
            splitName,
            "SPLIT",
            defaultSplit,
            "which images: test, test[0:100], test[7], train[:500], train[class=3]");
  }

  /** A selection that takes {@code defaultSplit} where the user names no split. */
  public static ImageSelection of(String defaultSplit) {
    return new ImageSelection(
        Choice.option(Kind.DATASET).orDefault("digits"), "split", defaultSplit);
  }

  /**
   * A further selection of a command that has one: {@code --NAME DATASET --NAME-split SPLIT}. Where
   * the user names no dataset, {@link #dataset()} gives none.
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
    return text(in, in.one(dataset));
  }

  /** The same for a dataset that was chosen elsewhere. */
  public String text(Invocation in, Chosen<Dataset> chosen) {
    List<String> splits = chosen.plugin().splits();
    return !in.has(split) && splits.size() == 1 ? splits.get(0) : in.get(split);
  }

  /**
   * Loads the images.
   *
   * @throws InvalidInputException if there is no such split, range or class, or a file is missing
   *     or broken
   */
  public LabelledImages load(Invocation in) {
    return load(in, in.one(dataset));
  }

  /** Loads the images from a dataset that was chosen elsewhere; as {@link #load(Invocation)}. */
  public LabelledImages load(Invocation in, Chosen<Dataset> chosen) {
    String text = text(in, chosen);
    Matcher parts = SPLIT.matcher(text);
    if (!parts.matches()
        || (parts.group(2) != null && parts.group(2).isEmpty() && parts.group(3) == null)) {
      throw InvalidInputException.of(
          "option --" + split.name(),
          "read like test, test[0:100], test[:100], test[7] or test[class=3]",
          text);
    }
    LabelledImages all = chosen.plugin().load(parts.group(1), chosen.parameters());
    LabelledImages some = parts.group(2) == null ? all : slice(parts, all);
    String label = parts.group(5);
    return label == null ? some : ClassImages.of(some, Integer.parseInt(label));
  }

  private static LabelledImages slice(Matcher parts, LabelledImages all) {
    int from = parts.group(2).isEmpty() ? 0 : Integer.parseInt(parts.group(2));
    return all.slice(from, end(parts, from, all));
  }

  private static int end(Matcher parts, int from, LabelledImages all) {
    if (parts.group(3) == null) {
      return from + 1;
    }
    return parts.group(4).isEmpty() ? all.count() : Integer.parseInt(parts.group(4));
  }
}

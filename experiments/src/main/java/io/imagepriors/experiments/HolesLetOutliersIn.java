package io.imagepriors.experiments;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Prior;
import io.imagepriors.catalog.ClassPathCatalog;
import io.imagepriors.catalog.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the shipped priors say of images that their decoders make of empty places of the cube. Of
 * many uniform codes, the quarter farthest from any code of a training digit counts as empty.
 */
public final class HolesLetOutliersIn {
  private static final int CODES = 4000;
  private static final int TRAINING = 9000;
  private static final int TEST = 1000;
  private static final int ROUNDS = 20;
  private static final double LEVEL = 0.95;

  private final List<ScoredPrior> priors;
  private final ImageStack training;
  private final ImageStack test;

  HolesLetOutliersIn(ClassPathCatalog plugins, int training, int test) {
    Dataset digits = plugins.get(Kind.DATASET, "digits").plugin();
    LabelledImages learned = digits.load("train", digits.descriptor().defaults());
    LabelledImages unseen = digits.load("test", digits.descriptor().defaults());
    this.training = learned.stack(0, training);
    this.test = unseen.stack(0, test);
    this.priors = new ArrayList<>();
    for (String name : new String[] {"naive", "uniform"}) {
      Prior prior = plugins.get(Kind.PRIOR, name).plugin();
      priors.add(new ScoredPrior(name, prior.bind(learned.shape(), prior.descriptor().defaults())));
    }
  }

  /**
   * Runs the experiment.
   *
   * @param arguments not used: it draws no figure
   */
  public static void main(String[] arguments) {
    try (ClassPathCatalog plugins = ClassPathCatalog.load()) {
      new HolesLetOutliersIn(plugins, TRAINING, TEST).print(CODES);
    }
  }

  private void print(int codes) {
    System.out.printf(
        "Mean energy / AUROC of %d test digits against the images / %% of the images whose energy is"
            + "%nbelow the %.0f%% quantile of the test digits. Return: mean distance from a code z to"
            + " Enc(D(z)).%n%n",
        test.count(), 100 * LEVEL);
    System.out.println("| images | under naive | under uniform | return |");
    System.out.println("|---|---|---|---|");
    System.out.printf(
        Locale.ROOT,
        "| test digits | %.2f | %.2f | |%n",
        mean(priors.get(0).energies(test)),
        mean(priors.get(1).energies(test)));
    for (ScoredPrior source : priors) {
      CodeStack drawn = uniformCodes(source, codes, new Random(0));
      CodeStack empty = emptiest(source, drawn);
      print(source.name() + ": D(z), the whole cube", source, drawn);
      print(source.name() + ": the same, " + ROUNDS + " rounds on", source, goRound(source, drawn));
      print(source.name() + ": D(z), emptiest quarter", source, empty);
      print(source.name() + ": the same, " + ROUNDS + " rounds on", source, goRound(source, empty));
    }
  }

  private void print(String title, ScoredPrior source, CodeStack codes) {
    ImageStack images = source.decode(codes);
    System.out.printf("| %s ", title);
    for (ScoredPrior judge : priors) {
      System.out.printf(
          Locale.ROOT,
          "| %.2f / %.3f / %.0f ",
          mean(judge.energies(images)),
          auroc(judge, images),
          100 * accepted(judge, images));
    }
    System.out.printf(Locale.ROOT, "| %.2f |%n", source.meanReturn(codes));
  }

  /** {@code z <- Enc(D(z))}, again and again: towards images that the auto-encoder leaves alone. */
  static CodeStack goRound(ScoredPrior prior, CodeStack codes) {
    CodeStack z = codes;
    for (int i = 0; i < ROUNDS; i++) {
      z = prior.encode(prior.decode(z));
    }
    return z;
  }

  /** The share of images that pass a threshold which most test digits pass. */
  double accepted(ScoredPrior judge, ImageStack images) {
    double[] of = judge.energies(test);
    Arrays.sort(of);
    double threshold = of[(int) (LEVEL * of.length)];
    double[] energies = judge.energies(images);
    return (double) Arrays.stream(energies).filter(e -> e < threshold).count() / energies.length;
  }

  List<ScoredPrior> priors() {
    return priors;
  }

  static CodeStack uniformCodes(ScoredPrior prior, int count, RandomGenerator random) {
    CodeStack codes = CodeStack.zeros(count, prior.dimension());
    for (int i = 0; i < codes.values().length; i++) {
      codes.values()[i] = random.nextFloat();
    }
    return codes;
  }

  /** The quarter of the codes that is farthest from any code of a training digit. */
  CodeStack emptiest(ScoredPrior prior, CodeStack codes) {
    double[] distances = prior.distancesTo(prior.encode(training), codes);
    int[] order =
        IntStream.range(0, distances.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -distances[i]))
            .limit(distances.length / 4)
            .mapToInt(Integer::intValue)
            .toArray();
    return codes.gather(order);
  }

  /** The share of pairs of a test digit and an image in which the digit has the lower energy. */
  double auroc(ScoredPrior judge, ImageStack images) {
    double[] of = judge.energies(test);
    double[] against = judge.energies(images);
    long right = 0;
    for (double digit : of) {
      for (double image : against) {
        right += digit < image ? 1 : 0;
      }
    }
    return (double) right / ((long) of.length * against.length);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}

package io.imagepriors.catalog;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierReader;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Trainer;
import java.util.List;

/**
 * A kind of plug-in: its name for people and its service interface. The constants are all there
 * are.
 *
 * @param <P> the service interface
 */
public final class Kind<P extends Plugin> {
  /** Priors. */
  public static final Kind<Prior> PRIOR = new Kind<>("prior", Prior.class);

  /** Degradations. */
  public static final Kind<Degradation> DEGRADATION = new Kind<>("degradation", Degradation.class);

  /** Restorers. */
  public static final Kind<Restorer> RESTORER = new Kind<>("restorer", Restorer.class);

  /** Datasets. */
  public static final Kind<Dataset> DATASET = new Kind<>("dataset", Dataset.class);

  /** Classifiers. */
  public static final Kind<Classifier> CLASSIFIER = new Kind<>("classifier", Classifier.class);

  /** Trainers. */
  public static final Kind<Trainer> TRAINER = new Kind<>("trainer", Trainer.class);

  /** Readers of priors' model files. */
  public static final Kind<PriorReader> PRIOR_READER =
      new Kind<>("prior reader", PriorReader.class);

  /** Readers of classifiers' model files. */
  public static final Kind<ClassifierReader> CLASSIFIER_READER =
      new Kind<>("classifier reader", ClassifierReader.class);

  private static final List<Kind<?>> ALL =
      List.of(
          PRIOR,
          DEGRADATION,
          RESTORER,
          DATASET,
          CLASSIFIER,
          TRAINER,
          PRIOR_READER,
          CLASSIFIER_READER);

  private final String name;
  private final Class<P> type;

  private Kind(String name, Class<P> type) {
    this.name = name;
    this.type = type;
  }

  /** All kinds, in the order of listings. */
  public static List<Kind<?>> all() {
    return ALL;
  }

  /** The kinds that a plug-in serves; empty for a plug-in of no known kind. */
  public static List<Kind<?>> of(Plugin plugin) {
    return ALL.stream().filter(kind -> kind.type.isInstance(plugin)).toList();
  }

  /** The name, in the singular: {@code prior reader}. */
  public String label() {
    return name;
  }

  /** The service interface. */
  public Class<P> type() {
    return type;
  }

  /** The name, as {@link #label()}. */
  @Override
  public String toString() {
    return name;
  }
}

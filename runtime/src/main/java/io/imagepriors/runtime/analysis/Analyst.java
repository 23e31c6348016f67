package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Analyses priors: first what each decodes its holes to, then, with that among the outliers of all
 * of them, each by itself. Used by one thread.
 */
public final class Analyst {
  /** What decoded holes are called, the prior's label following. */
  public static final String DECODED_HOLES = "decoded holes of ";

  private static final int MOST_IMAGES = 10_000;
  private static final int MOST_OUTLIERS = 1000;
  private static final int SHOWN = 20;
  private static final int FEWEST_IMAGES = 4;

  private final Plan plan;
  private final Pace pace;
  private final ImageStack real;
  private final List<OptionalInt> labels;
  private final List<String> notices = new ArrayList<>();
  private String stage = "";
  private int done;

  private Analyst(Plan plan, Pace pace) {
    this.plan = plan;
    this.pace = pace;
    int[] places =
        Draws.spread(Math.min(plan.images().count(), MOST_IMAGES), plan.images().count());
    this.real = read(plan.images(), places);
    this.labels = Arrays.stream(places).mapToObj(plan.images()::label).toList();
  }

  /**
   * Analyses.
   *
   * @param pace called before each batch; what it throws ends the analysis
   * @throws InvalidInputException if there are fewer than four images, or some have another shape
   */
  public static Analysis run(Plan plan, Pace pace) {
    if (plan.images().count() < FEWEST_IMAGES) {
      throw InvalidInputException.of(
          "images to analyse priors with",
          "be " + FEWEST_IMAGES + " at least",
          plan.images().count());
    }
    plan.strangers()
        .forEach(set -> set.images().requireShape(plan.images().shape(), "outliers " + set.name()));
    return new Analyst(plan, pace).analysis();
  }

  private Analysis analysis() {
    if (plan.images().count() > MOST_IMAGES) {
      notices.add(
          MOST_IMAGES + " of " + plan.images().count() + " images were used, evenly spread");
    }
    Batched batched = new Batched(() -> pace.at(stage, done, plan.priors().size()));
    Map<Subject, CubeStudy> studies = studies(batched);
    Map<Subject, ImageStack> holes = holes(studies);
    List<ImageSet> outliers = outliers(holes);
    List<Portrait> portraits = new ArrayList<>();
    for (Subject prior : plan.priors()) {
      stage = prior.label() + ": codes and samples";
      Optional<Cube> cube =
          Optional.ofNullable(studies.get(prior))
              .map(
                  study ->
                      study.cube(
                          labels,
                          plan.drawn(),
                          Optional.ofNullable(holes.get(prior)),
                          plan.classifier()));
      portraits.add(portrait(prior, cube, outliers, batched));
      done++;
    }
    List<ImageSet> shown = outliers.stream().map(Analyst::shown).toList();
    return new Analysis(
        portraits, shown(new ImageSet("", real)).images(), shown, real.count(), notices);
  }

  private Map<Subject, CubeStudy> studies(Batched batched) {
    Map<Subject, CubeStudy> studies = new LinkedHashMap<>();
    for (Subject prior : plan.priors()) {
      stage = prior.label() + ": holes";
      prior
          .model()
          .latentSpace()
          .ifPresentOrElse(
              space -> studies.put(prior, CubeStudy.of(space, real, batched, plan.seed())),
              () ->
                  notices.add(prior.label() + " has no latent space: its energies alone are here"));
    }
    return studies;
  }

  private Map<Subject, ImageStack> holes(Map<Subject, CubeStudy> studies) {
    Map<Subject, ImageStack> holes = new LinkedHashMap<>();
    studies.forEach(
        (prior, study) ->
            study
                .decodedHoles(Math.min(real.count(), MOST_OUTLIERS))
                .ifPresentOrElse(
                    images -> holes.put(prior, images),
                    () -> notices.add("no hole was found among the codes of " + prior.label())));
    return holes;
  }

  private List<ImageSet> outliers(Map<Subject, ImageStack> holes) {
    ImageStack some =
        real.gather(Draws.spread(Math.min(real.count(), MOST_OUTLIERS), real.count()));
    List<ImageSet> all = new ArrayList<>(Outliers.of(some, plan.seed()));
    holes.forEach((prior, images) -> all.add(new ImageSet(DECODED_HOLES + prior.label(), images)));
    all.addAll(plan.strangers());
    return all;
  }

  private Portrait portrait(
      Subject prior, Optional<Cube> cube, List<ImageSet> outliers, Batched batched) {
    stage = prior.label() + ": energies";
    Energies members = Energies.of(batched.energies(prior.model(), real));
    List<Trial> trials = new ArrayList<>();
    for (ImageSet set : outliers) {
      Energies others = Energies.of(batched.energies(prior.model(), set.images()));
      trials.add(Trial.of(set.name(), members, others));
    }
    return new Portrait(prior.label(), cube, members, trials);
  }

  private static ImageSet shown(ImageSet set) {
    int count = Math.min(SHOWN, set.images().count());
    return new ImageSet(set.name(), set.images().gather(Draws.spread(count, set.images().count())));
  }

  private static ImageStack read(LabelledImages images, int[] places) {
    ImageStack stack = ImageStack.zeros(places.length, images.shape());
    for (int i = 0; i < places.length; i++) {
      images.read(places[i], stack, i);
    }
    return stack;
  }
}

package io.imagepriors.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.CodeLaw;
import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Energies;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.Trial;
import io.imagepriors.runtime.evaluation.Results;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a page claims follows the figures, and not what priors are called. */
class EmptinessTest {
  private static final ImageStack IMAGE = ImageStack.zeros(1, Shape.grey(2, 2));

  @Test
  void should_tell_how_the_emptiest_prior_fails_whatever_its_name() {
    Study study = study(portrait("round", 0.01, 0.3), portrait("square", 0.4, 0.6));

    Emptiness emptiness = Emptiness.of(study).orElseThrow();

    assertThat(emptiness.title()).isEqualTo("How square fails");
    assertThat(emptiness.evidence())
        .anyMatch(text -> text.startsWith("square leaves 40.0% of the cube in holes"))
        .anyMatch(
            text -> text.contains("AUROC of 0.600") && text.contains("takes them for members"));
  }

  @Test
  void should_not_claim_a_failure_that_the_figures_do_not_show() {
    Study full = study(portrait("naive", 0.012, 0.6));
    Study noticed = study(portrait("naive", 0.4, 0.97));

    assertThat(Emptiness.of(full).orElseThrow().title()).isEqualTo("What lies between the codes");
    assertThat(Emptiness.of(full).orElseThrow().evidence().get(0)).contains("next to nothing");
    assertThat(Emptiness.of(noticed).orElseThrow().evidence())
        .anyMatch(text -> text.contains("So it does notice them."))
        .noneMatch(text -> text.contains("members"));
  }

  @Test
  void should_explain_the_loss_where_a_prior_was_trained_with_it() {
    Study study = study(portrait("a", 0.02, 0.5), portrait("b", 0.3, 0.5));

    Map<String, Object> remedy = Remedy.of(study, occasion("a", "400")).orElseThrow();

    assertThat(remedy).containsEntry("name", "a").containsEntry("weight", "400");
    assertThat(remedy.get("effects").toString()).contains("holes, %: 30.0 with b, 2.0 with a");
    assertThat(remedy).doesNotContainKey("marginals");
    assertThat(Remedy.of(study, occasion("a", "0"))).isEmpty();
    assertThat(Remedy.of(study, occasion("b", "400")).orElseThrow().get("effects").toString())
        .contains("there is nothing here to show what the loss has changed");
  }

  @Test
  void should_explain_the_term_of_single_coordinates_where_it_was_used() {
    Study study = study(portrait("a", 0.02, 0.5), portrait("b", 0.3, 0.5));
    Map<String, String> facts = Map.of("parameter.uniformity", "400", "parameter.marginals", "50");

    assertThat(Remedy.of(study, occasion("a", facts)).orElseThrow())
        .containsEntry("marginals", "50");
  }

  private static Occasion occasion(String prior, String weight) {
    return occasion(prior, Map.of("parameter.uniformity", weight));
  }

  private static Occasion occasion(String prior, Map<String, String> facts) {
    return new Occasion("t", "c", "i", List.of(0L), Map.of(prior, facts), Map.of());
  }

  private static Study study(Portrait... portraits) {
    Analysis analysis = new Analysis(List.of(portraits), IMAGE, List.of(), 4, List.of());
    Results nothing = new Results(List.of(), List.of(), Outcome.COMPLETED);
    return new Study(analysis, "toys", 0, nothing, List.of(), 0, Optional.empty(), List.of());
  }

  private static Portrait portrait(String name, double holes, double auroc) {
    Energies energies = Energies.of(new double[] {1});
    Cube cube =
        new Cube(
            new CodeLaw(List.of(0.1, 0.2), 0.1, holes, 0.9),
            CodeStack.zeros(1, 2),
            List.of(0),
            List.of(OptionalInt.empty()),
            0.01,
            Optional.empty(),
            IMAGE,
            Optional.empty(),
            List.of());
    Trial own = new Trial("decoded holes of " + name, energies, auroc);
    return new Portrait(name, Optional.of(cube), energies, List.of(own));
  }
}

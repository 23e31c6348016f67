package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestorerConformanceTest {

  @Test
  void should_pass_every_check_when_the_restorer_is_right() {
    assertThat(conformance(ToyRestorer.Fault.NONE).withProvider(ToyProvider.class).run())
        .filteredOn(f -> !f.check().equals("without-prior"))
        .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "NEEDS_CODES"})
  void should_catch_each_fault_by_the_check_made_for_it(ToyRestorer.Fault fault) {
    Finding finding = Findings.of(conformance(fault), fault.caughtBy());

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void should_pass_every_check_when_the_restorer_needs_codes_and_gets_them() {
    assertThat(conformance(ToyRestorer.Fault.NEEDS_CODES).withProvider(ToyProvider.class).run())
        .filteredOn(f -> !f.check().equals("without-prior"))
        .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @Test
  void should_find_checks_not_applicable_when_the_restorer_refuses_a_prior_without_codes() {
    RestorerConformance conformance =
        conformance(ToyRestorer.Fault.NEEDS_CODES, WatchedPrior.withoutLatentSpace(prior()));

    assertThat(Findings.of(conformance, "result"))
        .hasToString("result: not applicable, it refuses this prior, which has no latent space");
    assertThat(conformance.run()).allMatch(Finding::isAcceptable);
  }

  @Test
  void should_pass_every_check_when_a_restorer_without_prior_is_right() {
    assertThat(priorFree(new ToyBaseline(true)).run()) // its code has no provider
        .filteredOn(f -> !List.of("prior-withdrawn", "class-loader").contains(f.check()))
        .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @Test
  void should_catch_a_restorer_that_says_it_needs_no_prior_and_uses_it() {
    Finding finding = Findings.of(priorFree(new ToyBaseline(false)), "without-prior");

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).contains("uses a prior");
  }

  private static RestorerConformance priorFree(ToyBaseline restorer) {
    ToyDegradation degradation = new ToyDegradation(ToyDegradation.Fault.NONE);
    return RestorerConformance.of(restorer, degradation.bind(ToyPrior.SHAPE, defaults(degradation)))
        .withReopening(() -> new ToyBaseline(true));
  }

  /** Gradient descent on the likelihood alone; or one that looks at the prior all the same. */
  private record ToyBaseline(boolean honest) implements PriorFreeRestorer {
    private static final ToyRestorer DESCENT = new ToyRestorer(ToyRestorer.Fault.NONE);

    @Override
    public Descriptor descriptor() {
      return DESCENT.descriptor();
    }

    @Override
    public Restoration restore(
        ImageStack y, ForwardModel model, Parameters parameters, Monitor monitor) {
      return DESCENT.restore(y, model, new FlatPrior(model.clean()), parameters, monitor);
    }

    @Override
    public Restoration restore(
        ImageStack y,
        ForwardModel model,
        PriorModel prior,
        Parameters parameters,
        Monitor monitor) {
      return honest
          ? PriorFreeRestorer.super.restore(y, model, prior, parameters, monitor)
          : DESCENT.restore(y, model, prior, parameters, monitor);
    }
  }

  private static RestorerConformance conformance(ToyRestorer.Fault fault) {
    return conformance(fault, prior());
  }

  private static RestorerConformance conformance(ToyRestorer.Fault fault, PriorModel prior) {
    ToyDegradation degradation = new ToyDegradation(ToyDegradation.Fault.NONE);
    ForwardModel model = degradation.bind(ToyPrior.SHAPE, defaults(degradation));
    return RestorerConformance.of(new ToyRestorer(fault), model, prior)
        .withReopening(() -> new ToyRestorer(fault));
  }

  private static PriorModel prior() {
    ToyPrior prior = new ToyPrior(ToyPrior.Fault.NONE);
    return prior.bind(ToyPrior.SHAPE, defaults(prior));
  }

  private static Parameters defaults(Plugin plugin) {
    return plugin.descriptor().defaults();
  }
}

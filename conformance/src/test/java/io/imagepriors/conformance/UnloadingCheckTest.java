package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.PluginProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plug-ins that stay in memory are found, and what holds them. */
class UnloadingCheckTest {

  @Test
  void should_name_a_thread_that_goes_on() {
    assertThat(classLoader(Leak.OfThread.class))
        .hasToString(
            "class-loader: failed, its class loader is held after it was closed: by the running"
                + " thread 'left behind', 'left behind'");
  }

  @Test
  void should_tell_a_thread_local_from_what_outlives_threads() {
    assertThat(classLoader(Leak.OfThreadLocal.class).reason())
        .endsWith("by a thread-local of a thread that used it");
  }

  @ParameterizedTest
  @ValueSource(classes = {Leak.OfListener.class, Leak.OfShutdownHook.class})
  void should_catch_what_registers_itself_for_ever(Class<? extends PluginProvider> provider) {
    assertThat(classLoader(provider).reason()).contains("something outside");
  }

  @Test
  void should_find_it_not_applicable_where_no_provider_is_named() {
    PriorConformance conformance =
        PriorConformance.of(new ToyPrior(ToyPrior.Fault.NONE))
            .withReopening(() -> new ToyPrior(ToyPrior.Fault.NONE));

    assertThat(Findings.of(conformance, "class-loader"))
        .hasToString("class-loader: not applicable, the provider that gives it was not named");
  }

  @Test
  void should_say_what_a_provider_gives_where_it_lacks_the_plugin() {
    ToyDataset other = new ToyDataset(ToyDataset.Fault.NONE);

    Finding finding =
        Findings.of(DatasetConformance.of(other).withProvider(Leak.OfListener.class), "close");

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).contains("unknown Dataset of the provider 'toy-images'");
  }

  private static Finding classLoader(Class<? extends PluginProvider> provider) {
    ToyPrior prior = new ToyPrior(ToyPrior.Fault.NONE);
    return Findings.of(PriorConformance.of(prior).withProvider(provider), "class-loader");
  }
}

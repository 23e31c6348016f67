package io.imagepriors.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.catalog.Origin;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.evaluation.Toys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveCatalogTest {
  private static final Instant NOW = Instant.parse("2025-01-02T03:04:05Z");

  private final LiveCatalog catalog = new LiveCatalog(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Degradation older = Toys.noise("noise");
  private final Degradation newer = Toys.noise("noise");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void should_let_the_higher_version_serve_whatever_comes_first(boolean olderFirst) {
    if (olderFirst) {
      catalog.add(older, origin("1.9.0"), 1);
      catalog.add(newer, origin("1.10.0"), 2);
    } else {
      catalog.add(newer, origin("1.10.0"), 1);
      catalog.add(older, origin("1.9.0"), 2);
    }

    assertThat(catalog.get(Kind.DEGRADATION, "noise").plugin()).isSameAs(newer);
    assertThat(catalog.entries()).extracting(Entry::shadowed).containsExactly(false, true);
    assertThat(catalog.names(Kind.DEGRADATION)).containsExactly("noise");
  }

  @Test
  void should_let_the_first_of_two_equal_versions_serve() {
    catalog.add(newer, origin("1.0.0"), 8);
    catalog.add(older, origin("1.0.0"), 7);

    assertThat(catalog.get(Kind.DEGRADATION, "noise").plugin()).isSameAs(older);
  }

  @Test
  void should_let_the_shadowed_one_take_over_when_the_other_goes() {
    catalog.add(older, origin("1.0.0"), 1);
    catalog.add(newer, origin("2.0.0"), 2);

    catalog.remove(newer);

    assertThat(catalog.get(Kind.DEGRADATION, "noise").plugin()).isSameAs(older);
    assertThat(catalog.entries()).singleElement().returns(false, Entry::shadowed);
  }

  @Test
  void should_not_confuse_kinds_that_share_a_name() {
    catalog.add(Toys.noise("same"), origin("1.0.0"), 1);
    catalog.add(Toys.flatten("same"), origin("1.0.0"), 2);

    assertThat(catalog.entries()).noneMatch(Entry::shadowed);
    assertThat(catalog.names(Kind.RESTORER)).containsExactly("same");
  }

  @Test
  void should_list_what_there_is_when_a_look_up_fails() {
    catalog.add(Toys.prior("uniform"), origin("1.0.0"), 1);
    catalog.add(Toys.prior("naive"), origin("1.0.0"), 2);

    assertThatThrownBy(() -> catalog.get(Kind.PRIOR, "unifrom"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("unknown prior 'unifrom'; there are: naive, uniform");
  }

  @Test
  void should_say_where_a_plugin_comes_from_and_since_when() {
    catalog.add(older, origin("1.2.3"), 1);

    Entry<Degradation> entry = catalog.get(Kind.DEGRADATION, "noise");
    assertThat(entry.origin().file()).isEqualTo("/plugins/noise.jar");
    assertThat(entry.since()).isEqualTo(NOW);
  }

  @Test
  void should_tell_listeners_of_changes_until_they_leave() {
    List<Integer> sizes = new ArrayList<>();
    Runnable leave = catalog.listen(c -> sizes.add(c.entries().size()));

    catalog.add(older, origin("1.0.0"), 1);
    catalog.remove(older);
    leave.run();
    catalog.add(newer, origin("1.0.0"), 1);

    assertThat(sizes).containsExactly(1, 0);
  }

  @Test
  void should_keep_the_last_reason_of_a_source_on_one_line() {
    catalog.addProblem("a.jar", "first");
    catalog.addProblem("a.jar", "second\nwith more");
    catalog.addProblem("b.jar", "other");
    catalog.removeProblem("b.jar");

    assertThat(catalog.problems()).containsExactly(new Problem("a.jar", "second", NOW));
  }

  private static Origin origin(String version) {
    return new Origin("noise", version, "/plugins/noise.jar");
  }
}

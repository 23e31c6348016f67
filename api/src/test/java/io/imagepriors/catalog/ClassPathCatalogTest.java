package io.imagepriors.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Shape;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathCatalogTest {

  @TempDir Path folder;

  @BeforeEach
  void openEverything() {
    Named.closed = 0;
  }

  @Test
  void should_find_every_provider_of_the_class_path() throws IOException {
    try (URLClassLoader loader = classPath(Both.class);
        ClassPathCatalog catalog = ClassPathCatalog.load(loader)) {
      assertThat(catalog.names(Kind.DEGRADATION)).containsExactly("blots", "fog");
      assertThat(catalog.get(Kind.DEGRADATION, "fog").origin().file()).isNotEmpty();
      assertThat(catalog.problems()).isEmpty();
    }
  }

  @Test
  void should_let_the_first_of_two_with_one_name_serve() throws IOException {
    try (URLClassLoader loader = classPath(Both.class, Fog.class);
        ClassPathCatalog catalog = ClassPathCatalog.load(loader)) {
      assertThat(catalog.entries())
          .extracting(entry -> entry.name() + (entry.shadowed() ? " shadowed" : ""))
          .containsExactly("blots", "fog", "fog shadowed");
      assertThat(catalog.get(Kind.DEGRADATION, "fog").plugin().descriptor().summary())
          .isEqualTo("of both");
    }
  }

  @Test
  void should_note_a_provider_that_fails_and_take_the_others() throws IOException {
    try (URLClassLoader loader = classPath(Failing.class, Fog.class);
        ClassPathCatalog catalog = ClassPathCatalog.load(loader)) {
      assertThat(catalog.names(Kind.DEGRADATION)).containsExactly("fog");
      assertThat(catalog.problem(Failing.class.getName()))
          .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo("out of fog"));
    }
  }

  @Test
  void should_list_what_there_is_when_a_look_up_fails() throws IOException {
    try (URLClassLoader loader = classPath(Both.class);
        ClassPathCatalog catalog = ClassPathCatalog.load(loader)) {
      assertThatThrownBy(() -> catalog.get(Kind.DEGRADATION, "frog"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("unknown degradation 'frog'; there are: blots, fog");
    }
  }

  @Test
  void should_close_the_plugins_it_owns() throws IOException {
    try (URLClassLoader loader = classPath(Both.class)) {
      ClassPathCatalog catalog = ClassPathCatalog.load(loader);

      catalog.close();

      assertThat(Named.closed).isEqualTo(2);
    }
  }

  /** A class path on which those providers stand in that order. */
  private URLClassLoader classPath(Class<?>... providers) throws IOException {
    URL[] entries = new URL[providers.length];
    for (int i = 0; i < providers.length; i++) {
      entries[i] = entry(i, providers[i]);
    }
    return new URLClassLoader(entries, getClass().getClassLoader());
  }

  private URL entry(int number, Class<?> provider) throws IOException, MalformedURLException {
    Path services = folder.resolve(number + "/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve(PluginProvider.class.getName()), provider.getName());
    return folder.resolve(String.valueOf(number)).toUri().toURL();
  }

  /** Two plug-ins. */
  public static final class Both implements PluginProvider {
    @Override
    public List<Plugin> plugins() {
      return List.of(new Named("fog", "of both"), new Named("blots", "of both"));
    }
  }

  /** One plug-in. */
  public static final class Fog implements PluginProvider {
    @Override
    public List<Plugin> plugins() {
      return List.of(new Named("fog", "alone"));
    }
  }

  /** None. */
  public static final class Failing implements PluginProvider {
    @Override
    public List<Plugin> plugins() {
      throw new IllegalStateException("out of fog");
    }
  }

  private static final class Named implements Degradation {
    private static int closed;

    private final Descriptor descriptor;

    Named(String name, String summary) {
      descriptor = Descriptor.of(name, summary);
    }

    @Override
    public Descriptor descriptor() {
      return descriptor;
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      throw new AssertionError("nobody computes here");
    }

    @Override
    public void close() {
      closed++;
    }
  }
}

package io.imagepriors.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginServices;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** Model files as priors, with a reader whose models are lines of text: a name and a version. */
class ModelFolderTest {
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir Path temporary;
  private Path plugins;
  private Framework framework;
  private LiveCatalog catalog;
  private ModelFolder folder;
  private TrustedCopies copies;
  private ServiceRegistration<PriorReader> reader;
  private volatile Runnable whileOpening = () -> {};

  @BeforeEach
  void start() throws Exception {
    plugins = Files.createDirectory(temporary.resolve("plugins"));
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    temporary.resolve("felix").toString(),
                    "felix.log.level",
                    "0"));
    framework.start();
    catalog = new LiveCatalog(Clock.systemUTC());
    new PluginServices(context(), catalog).open();
    copies = new TrustedCopies(temporary.resolve("copies"), TrustPolicy.everything());
    folder = new ModelFolder(context(), catalog, copies);
    reader = plugReader();
  }

  @AfterEach
  void stop() throws Exception {
    folder.close();
    framework.stop();
    framework.waitForStop(PATIENCE_MILLIS);
  }

  @Test
  void should_list_a_model_with_its_version_and_its_file() throws IOException {
    Path file = write("a.txt", "quiet 1.2.3");

    folder.put(file.toFile());

    Entry<Prior> entry = catalog.get(Kind.PRIOR, "quiet");
    assertThat(entry.origin().version()).hasToString("1.2.3");
    assertThat(entry.origin().file()).isEqualTo(file.toString());
    assertThat(catalog.problems()).isEmpty();
  }

  @Test
  void should_take_the_date_of_the_file_as_the_version_of_a_model_without_one() throws IOException {
    Path file = write("a.txt", "quiet");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-04T05:06:07Z")));

    folder.put(file.toFile());

    assertThat(version("quiet")).isEqualTo("2026.3.4.050607");
  }

  @Test
  void should_withdraw_and_close_a_model_when_its_file_goes() throws IOException {
    Path file = write("a.txt", "quiet 1.0.0");
    folder.put(file.toFile());
    TextPrior prior = (TextPrior) catalog.get(Kind.PRIOR, "quiet").plugin();

    folder.remove(file.toFile());

    assertThat(catalog.find(Kind.PRIOR, "quiet")).isEmpty();
    assertThat(prior.closed).isTrue();
    assertThat(copies()).isEmpty();
  }

  @Test
  void should_keep_the_working_model_when_its_file_is_overwritten_with_rubbish()
      throws IOException {
    Path file = write("a.txt", "quiet 1.0.0");
    folder.put(file.toFile());
    Prior working = catalog.get(Kind.PRIOR, "quiet").plugin();

    folder.put(write("a.txt", "!").toFile());

    assertThat(catalog.get(Kind.PRIOR, "quiet").plugin()).isSameAs(working);
    assertThat(catalog.problems())
        .singleElement()
        .returns(file.toString(), Problem::source)
        .returns("file a.txt: expected a name, got !", Problem::reason);
  }

  @Test
  void should_never_be_without_a_prior_while_its_file_is_replaced() throws IOException {
    folder.put(write("a.txt", "quiet 1.0.0").toFile());
    List<Boolean> served = new ArrayList<>();
    catalog.listen(c -> served.add(c.find(Kind.PRIOR, "quiet").isPresent()));

    folder.put(write("a.txt", "quiet 1.10.0").toFile());

    assertThat(served).isNotEmpty().doesNotContain(false);
    assertThat(version("quiet")).isEqualTo("1.10.0");
    assertThat(catalog.entries(Kind.PRIOR)).hasSize(1);
  }

  @Test
  void should_shadow_the_lower_of_two_versions_and_bring_it_back() throws IOException {
    Path newer = write("newer.txt", "quiet 2.0.0");
    folder.put(newer.toFile());
    folder.put(write("older.txt", "quiet 1.0.0").toFile());

    assertThat(version("quiet")).isEqualTo("2.0.0");
    assertThat(catalog.entries()).filteredOn(Entry::shadowed).hasSize(1);

    folder.remove(newer.toFile());
    assertThat(version("quiet")).isEqualTo("1.0.0");
  }

  @Test
  void should_open_a_model_when_its_reader_comes_and_withdraw_it_when_that_goes() throws Exception {
    reader.unregister();
    Path file = write("a.txt", "quiet 1.0.0");
    folder.put(file.toFile());
    assertThat(catalog.problems()).extracting(Problem::source).containsExactly(file.toString());

    awaitPrior(true, this::plugReader);
    assertThat(catalog.problems()).isEmpty();

    awaitPrior(false, reader::unregister);
    assertThat(catalog.problems()).extracting(Problem::source).containsExactly(file.toString());
  }

  @Test
  void should_open_a_model_again_whose_reader_was_replaced_while_at_work() throws Exception {
    Path file = write("a.txt", "quiet 1.0.0");
    whileOpening =
        () -> {
          whileOpening = () -> {};
          reader.unregister();
          plugReader();
          throw WithdrawnException.of("text");
        };

    awaitPrior(true, () -> folder.put(file.toFile()));

    assertThat(version("quiet")).isEqualTo("1.0.0");
  }

  @Test
  void should_note_folders_and_links_to_nothing_that_are_there_at_the_start() throws IOException {
    Path directory = Files.createDirectory(plugins.resolve("folder.txt"));
    Path link =
        Files.createSymbolicLink(plugins.resolve("link.txt"), temporary.resolve("absent.txt"));
    write(".part.txt", "quiet 1.0.0");

    dropFolder().load();

    assertThat(catalog.problems())
        .extracting(Problem::source)
        .containsExactlyInAnyOrder(directory.toString(), link.toString());
    assertThat(catalog.entries(Kind.PRIOR)).isEmpty();
  }

  @Test
  void should_publish_a_model_that_serves_at_once() throws IOException {
    Path model = Files.writeString(temporary.resolve("made.txt"), "quiet 3.0.0");
    DropFolder drop = dropFolder();

    Path published = drop.publish(model);

    assertThat(published).isEqualTo(plugins.resolve("made.txt")).hasContent("quiet 3.0.0");
    assertThat(version("quiet")).isEqualTo("3.0.0");
  }

  @Test
  void should_say_why_a_published_model_is_refused() throws IOException {
    Path model = Files.writeString(temporary.resolve("made.txt"), "!");
    DropFolder drop = dropFolder();

    assertThatThrownBy(() -> drop.publish(model))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected a name, got !");
  }

  private void awaitPrior(boolean wanted, Runnable action) throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    Runnable deaf =
        catalog.listen(
            c -> {
              boolean noted = c.problems().isEmpty() == wanted;
              if (noted && c.find(Kind.PRIOR, "quiet").isPresent() == wanted) {
                seen.countDown();
              }
            });
    action.run();
    assertThat(seen.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    deaf.run();
  }

  private ServiceRegistration<PriorReader> plugReader() {
    reader =
        context()
            .registerService(
                PriorReader.class,
                new TextReader(),
                FrameworkUtil.asDictionary(Map.of(PluginServices.NAME_PROPERTY, "text")));
    return reader;
  }

  private DropFolder dropFolder() {
    PluginFolder jars = new PluginFolder(context(), catalog, copies, TimeLimit.BUNDLE);
    return new DropFolder(plugins, catalog, copies, jars, folder);
  }

  private BundleContext context() {
    return framework.getBundleContext();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(plugins.resolve(name), text);
  }

  private String version(String name) {
    return catalog.get(Kind.PRIOR, name).origin().version().toString();
  }

  private List<Path> copies() throws IOException {
    try (var files = Files.list(temporary.resolve("copies"))) {
      return files.toList();
    }
  }

  /** Opens text files. */
  private final class TextReader implements PriorReader {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("text", "opens text files");
    }

    @Override
    public boolean accepts(Path file) {
      return file.toString().endsWith(".txt");
    }

    @Override
    public Prior open(Path file) {
      whileOpening.run();
      try {
        String[] words = Files.readString(file).split(" ", -1);
        if (words[0].equals("!")) {
          throw FileException.unusable(file, "a name", words[0]);
        }
        Descriptor descriptor = Descriptor.of(words[0], "from text");
        return new TextPrior(
            words.length > 1 ? descriptor.withFact("version", words[1]) : descriptor);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Knows whether it is closed. */
  private static final class TextPrior implements Prior {
    private final Descriptor descriptor;
    private volatile boolean closed;

    TextPrior(Descriptor descriptor) {
      this.descriptor = descriptor;
    }

    @Override
    public Descriptor descriptor() {
      return descriptor;
    }

    @Override
    public Shape shape() {
      return Shape.grey(2, 2);
    }

    @Override
    public PriorModel bind(Shape shape, Parameters parameters) {
      throw WithdrawnException.of(name());
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}

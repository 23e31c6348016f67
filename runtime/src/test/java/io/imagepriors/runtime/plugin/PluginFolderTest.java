package io.imagepriors.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Degradation;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginServices;
import io.imagepriors.runtime.plugin.sample.BrokenProvider;
import io.imagepriors.runtime.plugin.sample.HangingProvider;
import io.imagepriors.runtime.plugin.sample.SoundProvider;
import io.imagepriors.runtime.plugin.sample.WaitingProvider;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Jars, extender and catalog together in a real Felix inside this JVM. */
class PluginFolderTest {
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir Path temporary;
  private Path plugins;
  private Framework framework;
  private LiveCatalog catalog;
  private PluginFolder folder;

  @BeforeEach
  void start() throws Exception {
    System.clearProperty(SoundProvider.CLOSED);
    plugins = Files.createDirectory(temporary.resolve("plugins"));
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    temporary.resolve("felix").toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "io.imagepriors.api;version=1.0.0",
                    Constants.FRAMEWORK_BSNVERSION,
                    Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                    "felix.log.level",
                    "0"));
    framework.start();
    BundleContext context = framework.getBundleContext();
    catalog = new LiveCatalog(Clock.systemUTC());
    new PluginServices(context, catalog).open();
    new PluginExtender(context, catalog).open();
    TrustedCopies copies = new TrustedCopies(temporary.resolve("copies"), TrustPolicy.everything());
    folder = new PluginFolder(context, catalog, copies, TimeLimit.BUNDLE);
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(PATIENCE_MILLIS);
  }

  @Test
  void should_plug_in_a_jar() throws IOException {
    Path jar = sound("damage.jar", "1.2.0");

    folder.put(jar.toFile());

    Entry<Degradation> entry = catalog.get(Kind.DEGRADATION, "damage");
    assertThat(entry.origin().version()).hasToString("1.2.0");
    assertThat(entry.origin().file()).isEqualTo(plugins.resolve("damage.jar").toString());
    assertThat(entry.plugin().descriptor().facts()).containsEntry("own-context", "true");
    assertThat(catalog.problems()).isEmpty();
  }

  @Test
  void should_take_a_plugin_out_of_the_catalog_and_close_it_when_its_jar_goes() throws IOException {
    Path jar = sound("damage.jar", "1.0.0");
    folder.put(jar.toFile());
    boolean[] closedWhenItLeft = {true};
    catalog.listen(c -> closedWhenItLeft[0] = isClosed());

    folder.remove(jar.toFile());

    assertThat(catalog.entries()).isEmpty();
    assertThat(closedWhenItLeft[0]).as("closed before it left the catalog").isFalse();
    assertThat(isClosed()).isTrue();
  }

  @Test
  void should_shadow_the_lower_of_two_versions_and_bring_it_back() throws IOException {
    folder.put(sound("new.jar", "2.0.0").toFile());
    folder.put(sound("old.jar", "1.0.0").toFile());

    assertThat(version()).isEqualTo("2.0.0");
    assertThat(catalog.entries()).hasSize(2);

    folder.remove(plugins.resolve("new.jar").toFile());
    assertThat(version()).isEqualTo("1.0.0");
  }

  @Test
  void should_note_a_provider_that_fails_and_leave_others_alone() throws IOException {
    folder.put(sound("damage.jar", "1.0.0").toFile());
    Path broken = plugins.resolve("broken.jar");
    PluginJar.write(broken, "1.0.0", BrokenProvider.class, "");

    folder.put(broken.toFile());

    assertThat(catalog.names(Kind.DEGRADATION)).containsExactly("damage");
    assertThat(catalog.problems())
        .singleElement()
        .returns(broken.toString(), Problem::source)
        .returns("weights must be there, got nothing", Problem::reason);
  }

  @Test
  void should_keep_the_working_version_when_its_jar_is_overwritten_with_rubbish()
      throws IOException {
    Path jar = sound("damage.jar", "1.0.0");
    folder.put(jar.toFile());

    Files.writeString(jar, "half a jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
    folder.put(jar.toFile());

    assertThat(version()).isEqualTo("1.0.0");
    assertThat(catalog.problems()).extracting(Problem::source).containsExactly(jar.toString());
  }

  @Test
  void should_replace_a_version_by_the_one_that_its_jar_now_holds() throws IOException {
    Path jar = sound("damage.jar", "1.0.0");
    folder.put(jar.toFile());

    sound("damage.jar", "1.1.0");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
    folder.put(jar.toFile());

    assertThat(version()).isEqualTo("1.1.0");
    assertThat(catalog.entries()).hasSize(1);
  }

  @Test
  void should_keep_the_working_version_when_the_new_one_does_not_start() throws IOException {
    Path jar = sound("damage.jar", "1.0.0");
    folder.put(jar.toFile());
    Degradation working = catalog.get(Kind.DEGRADATION, "damage").plugin();

    PluginJar.write(jar, "2.0.0", BrokenProvider.class, "");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
    folder.put(jar.toFile());

    assertThat(catalog.get(Kind.DEGRADATION, "damage").plugin()).isSameAs(working);
    assertThat(isClosed()).isFalse();
    assertThat(catalog.problems())
        .singleElement()
        .returns("weights must be there, got nothing", Problem::reason);
  }

  @Test
  void should_serve_a_bundle_that_is_started_again_while_its_first_start_goes_on()
      throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    System.getProperties().put(WaitingProvider.BEGUN, begun);
    System.getProperties().put(WaitingProvider.GO_ON, goOn);
    Path jar = plugins.resolve("waiting.jar");
    PluginJar.write(jar, "1.0.0", WaitingProvider.class, "Fog");
    Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());

    Thread first = start(bundle::start);
    assertThat(begun.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    Thread again =
        start(
            () -> {
              bundle.stop();
              bundle.start();
            });
    awaitState(Bundle.STOPPING, bundle);
    goOn.countDown();
    first.join(PATIENCE_MILLIS);
    again.join(PATIENCE_MILLIS);

    assertThat(catalog.names(Kind.DEGRADATION)).containsExactly("fog");
    assertThat(catalog.problems()).isEmpty();
  }

  @Test
  void should_give_up_a_provider_that_hangs() throws IOException {
    Path jar = plugins.resolve("hanging.jar");
    PluginJar.write(jar, "1.0.0", HangingProvider.class, "");

    folder.put(jar.toFile());

    assertThat(catalog.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).endsWith("did not end within 12 s"));
  }

  @Test
  void should_refuse_a_jar_that_is_no_bundle_and_forget_it_when_it_goes() throws IOException {
    Path jar = plugins.resolve("empty.jar");
    Files.createFile(jar);

    folder.put(jar.toFile());
    assertThat(catalog.problems()).hasSize(1);

    folder.remove(jar.toFile());
    assertThat(catalog.problems()).isEmpty();
  }

  private static Thread start(Change change) {
    Thread thread =
        new Thread(
            () -> {
              try {
                change.run();
              } catch (BundleException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitState(int state, Bundle bundle) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (bundle.getState() != state) {
      assertThat(System.nanoTime()).as("state " + bundle.getState()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Something that is done to a bundle. */
  private interface Change {
    void run() throws BundleException;
  }

  private static boolean isClosed() {
    return Boolean.getBoolean(SoundProvider.CLOSED);
  }

  private Path sound(String name, String version) throws IOException {
    return PluginJar.write(plugins.resolve(name), version, SoundProvider.class, "Damage");
  }

  private String version() {
    return catalog.get(Kind.DEGRADATION, "damage").origin().version().toString();
  }
}

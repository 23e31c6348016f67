package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Degradation;
import io.imagepriors.catalog.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** An activator that never returns is given up after the time that the settings allow. */
class HangingActivatorIT {
  private static final String RELEASE = "imagepriors.test.release";

  /** Long enough for a sound jar on a busy machine, since both are under it. */
  @RegisterExtension
  static final RunningPlatform platform =
      new RunningPlatform(() -> Map.of("plugins.start-limit", "4"));

  private final Problems problems = new Problems(platform);
  @TempDir Path workshop;

  @AfterEach
  void release() {
    System.setProperty(RELEASE, "now");
  }

  @Test
  void should_give_it_up_and_go_on_while_it_hangs() throws Exception {
    Path hanging = drop("hangs.jar", Files.write(workshop.resolve("hangs.jar"), hangingJar()));

    assertThat(problems.await(hanging)).endsWith("did not end within 4 s");
    Path fog = drop("fog.jar", PluginJar.of("Fog", workshop));
    platform.await(Degradation.class, "fog");
    assertThat(platform.catalog().names(Kind.PRIOR)).contains("naive", "uniform");

    platform.awaitGone(Degradation.class, "fog", () -> Files.delete(fog));
    assertThat(problems.await(hanging)).as("it still hangs").endsWith("4 s");

    awaitUninstalled("bad", this::release);
    assertThat(problems.await(hanging)).as("it came too late").endsWith("4 s");
    Files.delete(hanging);
    problems.awaitNone(hanging);
  }

  private static void awaitUninstalled(String name, Runnable action) throws InterruptedException {
    CountDownLatch gone = new CountDownLatch(1);
    BundleListener listener =
        event -> {
          if (event.getType() == BundleEvent.UNINSTALLED
              && name.equals(event.getBundle().getSymbolicName())) {
            gone.countDown();
          }
        };
    platform.context().addBundleListener(listener);
    try {
      action.run();
      assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      platform.context().removeBundleListener(listener);
    }
  }

  /** It stops for nobody until the test is over; threads that spin would slow others down. */
  private byte[] hangingJar() throws Exception {
    String loop =
        "while (System.getProperty(\""
            + RELEASE
            + "\") == null)"
            + " { java.util.concurrent.locks.LockSupport.parkNanos(10000000); }";
    return JarParts.jar(JarParts.activatorManifest(), JarParts.activator(loop, workshop));
  }

  private static Path drop(String name, Path made) throws Exception {
    return Files.move(made, platform.plugins().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}

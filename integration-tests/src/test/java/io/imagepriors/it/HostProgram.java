package io.imagepriors.it;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import io.imagepriors.launcher.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A host application: starts the platform inside itself, hears of a degradation that is dropped in
 * while it runs, restores with it, and hears of its end.
 */
public final class HostProgram {
  private static final Shape SHAPE = Shape.grey(28, 28);

  private final Catalog catalog;

  private HostProgram(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Arguments: home, plug-in folder, the jar of {@code fog}. */
  public static void main(String[] arguments) throws Exception {
    Path plugins = Path.of(arguments[1]);
    Path dropped = plugins.resolve("fog.jar");
    try (Platform platform = Platform.start(Path.of(arguments[0]), plugins)) {
      HostProgram host = new HostProgram(platform.catalog());
      System.out.println("priors " + platform.catalog().names(Kind.PRIOR));
      Files.move(Path.of(arguments[2]), dropped);
      host.await(host::hasFog);
      System.out.println("arrived from " + host.fogFile());
      System.out.println("restored " + host.restore().count());
      Files.delete(dropped);
      host.await(() -> !host.hasFog());
      System.out.println("gone");
    }
    System.out.println("closed");
  }

  private boolean hasFog() {
    return catalog.find(Kind.DEGRADATION, "fog").isPresent();
  }

  private Path fogFile() {
    String file = catalog.get(Kind.DEGRADATION, "fog").origin().file();
    return Path.of(file).getFileName();
  }

  /** Waits, by a listener, until something is so. */
  private void await(BooleanSupplier wanted) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    Runnable deaf =
        catalog.listen(
            changed -> {
              if (wanted.getAsBoolean()) {
                reached.countDown();
              }
            });
    try {
      if (!wanted.getAsBoolean() && !reached.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not as awaited: " + catalog.problems());
      }
    } finally {
      deaf.run();
    }
  }

  private ImageStack restore() {
    Degradation fog = catalog.get(Kind.DEGRADATION, "fog").plugin();
    Prior prior = catalog.get(Kind.PRIOR, "naive").plugin();
    Restorer map = catalog.get(Kind.RESTORER, "map").plugin();
    ForwardModel model = fog.bind(SHAPE, fog.descriptor().defaults());
    return map.restore(
            ImageStack.zeros(2, SHAPE),
            model,
            prior.bind(SHAPE, prior.descriptor().defaults()),
            map.descriptor().defaults(),
            Monitor.none())
        .images();
  }
}

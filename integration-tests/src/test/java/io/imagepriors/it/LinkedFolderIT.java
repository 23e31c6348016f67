package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.launcher.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in folder may be a link: a file in it is one plug-in, whichever way it is named. */
class LinkedFolderIT {

  @Test
  void should_plug_in_once_and_take_away_what_was_there_at_the_start(@TempDir Path folder)
      throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    Path workshop = Files.createDirectory(folder.resolve("workshop"));
    Path dropped = Files.move(PluginJar.of("Fog", workshop), real.resolve("fog.jar"));

    try (Platform platform = Platform.start(Distribution.HOME, link)) {
      assertThat(fogs(platform.catalog())).hasSize(1);

      CountDownLatch gone = new CountDownLatch(1);
      platform.catalog().listen(now -> countIfNone(now, gone));
      Files.delete(dropped);

      assertThat(gone.await(30, TimeUnit.SECONDS)).as("gone with its file").isTrue();
    }
  }

  private static void countIfNone(Catalog catalog, CountDownLatch gone) {
    if (fogs(catalog).isEmpty()) {
      gone.countDown();
    }
  }

  private static List<Entry<?>> fogs(Catalog catalog) {
    return catalog.entries().stream()
        .filter(entry -> entry.kind() == Kind.DEGRADATION && entry.name().equals("fog"))
        .toList();
  }
}

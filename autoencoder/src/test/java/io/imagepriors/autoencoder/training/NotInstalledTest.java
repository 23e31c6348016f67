package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Trainer;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotInstalledTest {

  @Test
  void should_list_trainers_without_djl_and_say_what_is_missing(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader = new WithoutDjl()) {
      Class<?> type = loader.loadClass(RandomPull.class.getName());
      var factory = type.getDeclaredMethod("trainer");
      factory.setAccessible(true);
      Trainer trainer = (Trainer) factory.invoke(null);

      assertThat(trainer.getClass()).isNotEqualTo(AutoencoderTrainer.class);
      assertThat(trainer.descriptor().parameters()).isNotEmpty();
      assertThatThrownBy(
              () ->
                  trainer.train(
                      Blobs.of(120),
                      folder.resolve("a.onnx"),
                      trainer.descriptor().defaults(),
                      Monitor.none()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("training is not installed");
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** Loads this module's classes anew, shares the api, and has no DJL. */
  private static final class WithoutDjl extends URLClassLoader {
    WithoutDjl() {
      super(urls(), Trainer.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("ai.djl.")) {
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith("io.imagepriors.autoencoder.")) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }

    private static URL[] urls() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry -> url(Path.of(entry)))
          .toArray(URL[]::new);
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(path.toString(), e);
      }
    }
  }
}

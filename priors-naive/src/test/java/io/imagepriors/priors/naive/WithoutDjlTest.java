package io.imagepriors.priors.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Trainer;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation for restoring only has no DJL. */
class WithoutDjlTest {

  @Test
  void should_serve_the_prior_and_say_that_training_is_not_installed(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader = new WithoutDjl()) {
      PluginProvider provider =
          (PluginProvider)
              loader
                  .loadClass(NaivePluginProvider.class.getName())
                  .getDeclaredConstructor()
                  .newInstance();
      assertThat(provider).isNotInstanceOf(NaivePluginProvider.class);
      List<Plugin> plugins = provider.plugins();
      Prior prior = only(Prior.class, plugins);
      Trainer trainer = only(Trainer.class, plugins);

      PriorModel model = prior.bind(prior.shape(), prior.descriptor().defaults());
      assertThat(model.shape()).isEqualTo(prior.shape());
      LabelledImages unread =
          (LabelledImages)
              Proxy.newProxyInstance(
                  LabelledImages.class.getClassLoader(),
                  new Class<?>[] {LabelledImages.class},
                  (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                  });
      assertThatThrownBy(
              () ->
                  trainer.train(
                      unread,
                      folder.resolve("a.onnx"),
                      trainer.descriptor().defaults(),
                      Monitor.none()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("training is not installed");
      plugins.forEach(Plugin::close);
    }
  }

  private static <T extends Plugin> T only(Class<T> kind, List<Plugin> plugins) {
    List<T> found = plugins.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** Loads the product's classes anew, but for the api, and has no DJL. */
  private static final class WithoutDjl extends URLClassLoader {
    WithoutDjl() {
      super(urls(), Plugin.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("ai.djl.")) {
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith("io.imagepriors.") && !name.startsWith("io.imagepriors.api.")) {
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

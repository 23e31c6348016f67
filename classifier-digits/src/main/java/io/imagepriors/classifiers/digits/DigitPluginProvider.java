package io.imagepriors.classifiers.digits;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;
import java.util.Set;

/** The door of this jar. */
public final class DigitPluginProvider implements PluginProvider {

  @Override
  public List<Plugin> plugins() {
    Injector injector = Guice.createInjector(Stage.DEVELOPMENT, new DigitClassifierModule());
    return List.copyOf(injector.getInstance(Key.get(new TypeLiteral<Set<Plugin>>() {})));
  }
}

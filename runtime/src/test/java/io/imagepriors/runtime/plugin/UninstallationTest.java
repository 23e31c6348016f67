package io.imagepriors.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class UninstallationTest {
  private static final int REFUSALS = 3;

  @Test
  void should_ask_again_while_a_refresh_goes_first() throws Exception {
    AtomicInteger asked = new AtomicInteger();

    Uninstallation.of(refusing(asked));

    assertThat(asked).hasValue(REFUSALS + 1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** Refuses as Felix does, and interrupts whoever asks. */
  private static Bundle refusing(AtomicInteger asked) {
    return (Bundle)
        Proxy.newProxyInstance(
            Bundle.class.getClassLoader(),
            new Class<?>[] {Bundle.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getState")) {
                return asked.get() > REFUSALS ? Bundle.UNINSTALLED : Bundle.ACTIVE;
              }
              if (asked.incrementAndGet() <= REFUSALS) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Unable to acquire global lock to remove bundle.");
              }
              return null;
            });
  }
}

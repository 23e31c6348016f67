package io.imagepriors.runtime.trust;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.setting.PlatformSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The policy that the settings ask for. */
public final class TrustSettings {
  private static final String ALL = "all";
  private static final String SIGNED = "signed";

  private TrustSettings() {}

  /**
   * Makes the policy; without a setting, everything is trusted.
   *
   * @throws InvalidInputException if the settings contradict each other, or the trust store can't
   *     be read
   */
  public static TrustPolicy policy(PlatformSettings settings, Clock clock) {
    Optional<String> trust = settings.text(PlatformSettings.TRUST);
    Optional<Path> store = settings.path(PlatformSettings.TRUST_STORE);
    if (trust.isEmpty() && store.isPresent()) {
      throw InvalidInputException.of(
          "setting " + PlatformSettings.TRUST, "be set where there is a trust store", "nothing");
    }
    return switch (trust.orElse(ALL)) {
      case ALL -> TrustPolicy.everything();
      case SIGNED -> signed(store, settings.text(PlatformSettings.TRUST_STORE_PASSWORD), clock);
      default ->
          throw InvalidInputException.of(
              "setting " + PlatformSettings.TRUST, "be all or signed", "'" + trust.get() + "'");
    };
  }

  private static TrustPolicy signed(Optional<Path> store, Optional<String> password, Clock clock) {
    Path file =
        store.orElseThrow(
            () ->
                InvalidInputException.of(
                    "setting " + PlatformSettings.TRUST_STORE,
                    "name a key store where " + PlatformSettings.TRUST + "=" + SIGNED,
                    "nothing"));
    return new SignedOnly(TrustStore.read(file, password), clock);
  }
}

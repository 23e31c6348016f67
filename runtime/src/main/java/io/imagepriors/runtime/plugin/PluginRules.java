package io.imagepriors.runtime.plugin;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.setting.PlatformSettings;
import io.imagepriors.runtime.trust.TrustPolicy;
import io.imagepriors.runtime.trust.TrustSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The rules for the plug-in folder of one platform.
 *
 * @param trust which files are used
 * @param startLimit how long a bundle may take to start
 */
public record PluginRules(TrustPolicy trust, TimeLimit startLimit) {
  private static final int MOST_SECONDS = 600;

  /**
   * The rules that the settings ask for. Where those are wrong, none of them holds and nothing in
   * the folder is used: {@link TrustPolicy#fault()} says why.
   *
   * @param properties gives the value of a property, or null
   */
  public static PluginRules read(UnaryOperator<String> properties, Clock clock) {
    try {
      PlatformSettings settings = PlatformSettings.read(properties);
      settings.pollMillis(); // the launcher reads it; here a wrong one is reported
      TimeLimit limit =
          settings
              .whole(PlatformSettings.START_LIMIT, 1, MOST_SECONDS)
              .map(seconds -> new TimeLimit(Duration.ofSeconds(seconds)))
              .orElse(TimeLimit.BUNDLE);
      return new PluginRules(TrustSettings.policy(settings, clock), limit);
    } catch (InvalidInputException e) {
      return new PluginRules(TrustPolicy.nothing(e.getMessage()), TimeLimit.BUNDLE);
    }
  }
}

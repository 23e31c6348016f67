package io.imagepriors.api;

import java.util.Optional;

/**
 * A model was used after its plug-in had been removed or replaced. Evaluations that were running at
 * that moment have ended normally; only later ones see this error. Look the plug-in up again to go
 * on with its replacement.
 */
public final class WithdrawnException extends PriorsException {
  private static final long serialVersionUID = 1L;

  private final String plugin;
  private final transient ImageStack estimate;

  private WithdrawnException(String plugin, ImageStack estimate) {
    super("'" + plugin + "' has been withdrawn: its plug-in was removed or replaced");
    this.plugin = plugin;
    this.estimate = estimate;
  }

  /** The plug-in of that name is gone. */
  public static WithdrawnException of(String plugin) {
    return new WithdrawnException(plugin, null);
  }

  /** The same error, carrying the best images that a restorer had found until then. */
  public WithdrawnException with(ImageStack bestEstimate) {
    WithdrawnException error = new WithdrawnException(plugin, bestEstimate);
    error.initCause(this);
    return error;
  }

  /** The name of the plug-in that is gone. */
  public String plugin() {
    return plugin;
  }

  /** What a restorer had reached when its prior went, if it had begun. */
  public Optional<ImageStack> bestEstimate() {
    return Optional.ofNullable(estimate);
  }
}

package io.imagepriors.runtime.bench;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.runtime.bench.Recipe.Ingredients;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A user who restores without pause, by recipes at random, and looks plug-ins up each time. */
final class Restoring implements Runnable {
  private static final long GLANCE_NANOS = 2_000_000;

  private final TrialPlatform platform;
  private final Undisturbed undisturbed;
  private final SplittableRandom random;
  private final BooleanSupplier enough;
  private final Endings endings;

  /**
   * A user.
   *
   * @param enough asked before each restoration
   * @param endings where restorations are counted
   */
  Restoring(
      TrialPlatform platform,
      Undisturbed undisturbed,
      SplittableRandom random,
      BooleanSupplier enough,
      Endings endings) {
    this.platform = platform;
    this.undisturbed = undisturbed;
    this.random = random;
    this.enough = enough;
    this.endings = endings;
  }

  @Override
  public void run() {
    while (!enough.getAsBoolean()) {
      Recipe recipe = Recipe.any(random);
      try {
        restore(recipe.lookUp(platform), recipe);
      } catch (InvalidInputException e) {
        endings.unknownName();
        LockSupport.parkNanos(GLANCE_NANOS);
      } catch (Throwable e) { // whatever should not happen is what we are after
        endings.undocumented(recipe, e);
      }
    }
  }

  private void restore(Ingredients ingredients, Recipe recipe) {
    try {
      Restoration restoration = ingredients.restore();
      boolean right =
          restoration.outcome() == Outcome.COMPLETED
              && undisturbed.confirms(ingredients, restoration.images());
      endings.completed(recipe, right);
    } catch (WithdrawnException e) {
      Optional<ImageStack> estimate = e.bestEstimate();
      endings.withdrawn(
          recipe, estimate.isPresent(), estimate.map(Recipe::isPossible).orElse(true));
    } catch (InvalidInputException e) {
      endings.undocumented(recipe, e);
    }
  }
}

package io.imagepriors.conformance;

import java.time.Duration;
import java.util.List;

/**
 * A plug-in under test, with all that is needed to try it. Immutable; the plug-in stays the
 * caller's, and is not closed.
 */
public interface Conformance {

  /** The name of the plug-in. */
  String subject();

  /** The checks, in an order that gives causes before their consequences. */
  List<Check> checks();

  /**
   * Runs all checks, each within {@link Check#DEFAULT_LIMIT}, and gives their findings in order.
   */
  default List<Finding> run() {
    return run(Check.DEFAULT_LIMIT);
  }

  /** Runs all checks, each within the given time, and gives their findings in order. */
  default List<Finding> run(Duration limitOfEach) {
    return checks().stream().map(check -> check.run(limitOfEach)).toList();
  }
}

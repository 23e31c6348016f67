package io.imagepriors.conformance;

/** Runs single checks of a battery. */
final class Findings {
  private Findings() {}

  static Finding of(Conformance conformance, String check) {
    return conformance.checks().stream()
        .filter(c -> c.name().equals(check))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no check '" + check + "'"))
        .run();
  }
}

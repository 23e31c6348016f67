package io.imagepriors.runtime.command.verification;

import io.imagepriors.conformance.Finding;
import io.imagepriors.conformance.Verdict;
import java.util.List;

/**
 * What was found about one subject.
 *
 * @param subject what was verified
 * @param findings one of each check, in order; empty if it could not be tried
 * @param reason why it could not be tried, else empty
 */
record Report(Subject subject, List<Finding> findings, String reason) {
  private static final String PROOF_OF_SERVICE = "defaults";

  /** Copies the findings. */
  Report {
    findings = List.copyOf(findings);
  }

  /** One that could not be tried, which is nobody's failure. */
  static Report skipped(Subject subject, String reason) {
    return new Report(subject, List.of(), reason);
  }

  List<Finding> failures() {
    return findings.stream().filter(finding -> !finding.isAcceptable()).toList();
  }

  long passed() {
    return findings.stream().filter(finding -> finding.verdict() == Verdict.PASSED).count();
  }

  /** In one word. */
  String result() {
    if (!failures().isEmpty()) {
      return "fail";
    }
    return isServed() ? "pass" : "-";
  }

  /** Why it failed or was not tried; empty if all is well. */
  String why() {
    if (!failures().isEmpty()) {
      return String.join(
          "; ", failures().stream().map(f -> f.check() + ": " + f.reason()).toList());
    }
    return isServed() ? "" : reason.isEmpty() ? refusal() : reason;
  }

  /** A restorer that refuses a partner passes what can be tried without, and nothing else. */
  private boolean isServed() {
    return findings.stream()
            .anyMatch(f -> f.check().equals(PROOF_OF_SERVICE) && f.verdict() == Verdict.PASSED)
        || (!subject.isCombination() && passed() > 0);
  }

  private String refusal() {
    return findings.stream()
        .filter(f -> f.check().equals(PROOF_OF_SERVICE))
        .map(Finding::reason)
        .findFirst()
        .orElse("");
  }
}

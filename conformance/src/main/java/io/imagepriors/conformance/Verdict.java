package io.imagepriors.conformance;

/** What a check found. */
public enum Verdict {
  /** The plug-in does what the check proves. */
  PASSED,
  /** It does not, or it threw something, or it took too long. */
  FAILED,
  /** The check has no meaning for this plug-in, or lacks something that the caller did not give. */
  NOT_APPLICABLE
}

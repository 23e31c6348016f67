package io.imagepriors.runtime.analysis;

/** Learns how far an analysis is and can stop it by throwing; called on its thread. */
@FunctionalInterface
public interface Pace {

  /**
   * Called often.
   *
   * @param stage what is being done
   * @param done priors that are finished
   * @param total all priors
   */
  void at(String stage, int done, int total);
}

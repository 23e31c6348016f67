package io.imagepriors.runtime.bench;

import java.util.Map;

/**
 * How restorations ended that ran while plug-ins came and went.
 *
 * @param right bit for bit the undisturbed result of the versions that were used
 * @param withdrawn ended by a withdrawal, with a best estimate
 * @param withdrawnAtStart ended by a withdrawal before there was an estimate
 * @param unknownName not begun, since a plug-in was not there
 * @param wrong by recipe: another result, or an estimate that is none
 * @param undocumented by recipe and error: errors that the api does not promise
 */
public record Restorations(
    long right,
    long withdrawn,
    long withdrawnAtStart,
    long unknownName,
    Map<String, Long> wrong,
    Map<String, Long> undocumented) {

  /** Copies the maps. */
  public Restorations {
    wrong = Map.copyOf(wrong);
    undocumented = Map.copyOf(undocumented);
  }

  /** Whether nothing happened that should not. */
  public boolean isFlawless() {
    return wrong.isEmpty() && undocumented.isEmpty();
  }
}

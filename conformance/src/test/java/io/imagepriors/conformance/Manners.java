package io.imagepriors.conformance;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;

/** How a toy treats its monitor: as it should, or in one of the ways that checks must catch. */
enum Manners {
  PROPER,
  SILENT,
  COUNTS_BACKWARDS,
  IGNORES_CANCELLATION,
  IGNORES_INTERRUPT,
  CLEARS_INTERRUPT;

  /** The manners of that name, or proper ones. */
  static Manners of(Enum<?> fault) {
    for (Manners manners : values()) {
      if (manners.name().equals(fault.name())) {
        return manners;
      }
    }
    return PROPER;
  }

  /** Tells of a step and says whether to go on. */
  boolean tell(Monitor monitor, String stage, int done, int total) {
    int told = this == COUNTS_BACKWARDS ? total - done : done;
    Progress progress = new Progress(stage, told, total, 0, 0);
    return switch (this) {
      case SILENT -> true;
      case IGNORES_CANCELLATION -> {
        monitor.step(progress);
        yield true;
      }
      case IGNORES_INTERRUPT -> monitor.step(progress);
      case CLEARS_INTERRUPT -> monitor.step(progress) && !Thread.interrupted();
      default -> monitor.proceed(progress);
    };
  }
}

package io.imagepriors.conformance;

import java.lang.ref.Reference;
import java.util.concurrent.locks.LockSupport;

/** What the garbage collector takes. */
final class Garbage {
  /** Classes go with the first full collection after the last use; some need a second. */
  private static final int COLLECTIONS = 25;

  /** For what other threads do between collections, such as clearing references. */
  private static final long PAUSE_NANOS = 20_000_000L;

  private Garbage() {}

  /** Asks for collections until the reference is cleared, a bounded number of times. */
  static boolean takes(Reference<?> reference) {
    for (int i = 0; i < COLLECTIONS && !reference.refersTo(null); i++) {
      System.gc();
      if (!reference.refersTo(null)) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return reference.refersTo(null);
  }
}

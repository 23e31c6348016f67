package io.imagepriors.tasks.degradation;

/** What an operator that looks beyond the border of an image finds there, in each direction. */
enum Boundary {
  /** The image in a mirror at the border: {@code c b a | a b c | c b a}. */
  REFLECT {
    @Override
    int index(int place, int size) {
      int turn = Math.floorMod(place, 2 * size);
      return turn < size ? turn : 2 * size - 1 - turn;
    }
  },
  /** The nearest pixel of the image: {@code a a a | a b c | c c c}. */
  REPLICATE {
    @Override
    int index(int place, int size) {
      return Math.max(0, Math.min(size - 1, place));
    }
  },
  /** Black. */
  ZERO {
    @Override
    int index(int place, int size) {
      return place >= 0 && place < size ? place : NOTHING;
    }
  },
  /** The image again: {@code a b c | a b c | a b c}. */
  PERIODIC {
    @Override
    int index(int place, int size) {
      return Math.floorMod(place, size);
    }
  };

  /** The index where there is no pixel. */
  static final int NOTHING = -1;

  /** The pixel, from 0 to {@code size - 1}, that is found at a place, or {@link #NOTHING}. */
  abstract int index(int place, int size);
}

package io.imagepriors.runtime.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a misspelt word was meant to be. */
final class Suggestion {
  private Suggestion() {}

  /** {@code ; did you mean '--hole'?} for the nearest word, or nothing if none is near. */
  static String of(String word, Collection<String> known) {
    Optional<String> nearest =
        known.stream()
            .filter(other -> distance(word, other) <= Math.max(1, other.length() / 3))
            .min(Comparator.comparingInt(other -> distance(word, other)));
    return nearest.map(other -> "; did you mean '" + other + "'?").orElse("");
  }

  /**
   * How many letters must be replaced, added, dropped or swapped with their neighbour (the optimal
   * string alignment distance); a word that begins the other is 1 away.
   */
  private static int distance(String a, String b) {
    if (a.length() > 3 && b.startsWith(a)) {
      return 1;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = cost[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
  }
}

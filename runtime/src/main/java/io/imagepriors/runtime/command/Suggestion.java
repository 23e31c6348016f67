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

  /** Levenshtein's distance, where a word that begins the other is at most 1 away. */
  private static int distance(String a, String b) {
    if (a.length() > 3 && b.startsWith(a)) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

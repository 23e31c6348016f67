package io.imagepriors.runtime.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of all pictures. However many fail, a limited number is named. Thread-safe. */
public final class Tally {
  /** The most failures, and the most skipped files, that are named. */
  public static final int MOST_NAMED = 1000;

  private final List<Failure> failures = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private long pictures;
  private long there;
  private long done;
  private long failed;
  private long odd;

  /**
   * A picture without a result.
   *
   * @param picture its name
   * @param reason one line
   */
  public record Failure(String picture, String reason) {}

  Tally() {}

  synchronized void expect(long all, long alreadyThere) {
    pictures = all;
    there = alreadyThere;
  }

  synchronized void finish() {
    done++;
  }

  synchronized void fail(String picture, String reason) {
    failed++;
    if (failures.size() < MOST_NAMED) {
      failures.add(new Failure(picture, reason));
    }
  }

  synchronized void skip(String name) {
    odd++;
    if (skipped.size() < MOST_NAMED) {
      skipped.add(name);
    }
  }

  /** Pictures that were found. */
  public synchronized long pictures() {
    return pictures;
  }

  /** Pictures whose results were there when the run began. */
  public synchronized long there() {
    return there;
  }

  /** Pictures whose results this run has written. */
  public synchronized long done() {
    return done;
  }

  /** Pictures that were tried in vain. */
  public synchronized long failed() {
    return failed;
  }

  /** Pictures that were not reached. */
  public synchronized long left() {
    return Math.max(0, pictures - there - done - failed);
  }

  /** Files that are no pictures. */
  public synchronized long skipped() {
    return odd;
  }

  /** The first failures, by name. */
  public synchronized List<Failure> failures() {
    return failures.stream().sorted(Comparator.comparing(Failure::picture)).toList();
  }

  /** The names of the first files that are no pictures, sorted. */
  public synchronized List<String> skippedNames() {
    return skipped.stream().sorted().toList();
  }
}

package io.imagepriors.tasks.restorer;

/** A method that works on a chunk of images at once. */
interface Solver {

  /** The number of steps it reports for each chunk, if nothing stops it. */
  int steps();

  /** The most images it should be given at once, so that its memory is bounded. */
  int chunk();

  /**
   * Improves the estimates, which start as first estimates, until done or until the course says
   * stop. Whatever it throws, the estimates hold the best images so far.
   */
  void solve(Problem problem, Estimates estimates, Course course);
}

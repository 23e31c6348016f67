package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Monitor;
import java.util.List;
import java.util.Optional;

/**
 * One method against one degradation, over all seeds: what becomes a row.
 *
 * @param method the method
 * @param tasks one per seed
 * @param cells one per seed, in the same order
 */
record Series(Method method, List<Task> tasks, List<Cell> cells) {

  /** The result; empty unless it is finished for every seed. */
  Optional<Result> result() {
    List<Finished> finished = cells.stream().flatMap(cell -> cell.finished().stream()).toList();
    return finished.size() < cells.size()
        ? Optional.empty()
        : Optional.of(Result.of(method, tasks, finished));
  }

  /** Makes the pictures that the result shows; whether there was time for them. */
  boolean picture(Monitor monitor) {
    return cells.get(0).picture(monitor);
  }

  /** Why there is no result; empty if there is one or the evaluation was stopped. */
  Optional<Notice> notice() {
    return cells.stream()
        .flatMap(cell -> cell.failure().stream())
        .findFirst()
        .map(
            reason ->
                new Notice(
                    method.prior(), tasks.get(0).degraded().label(), method.restorer(), reason));
  }
}

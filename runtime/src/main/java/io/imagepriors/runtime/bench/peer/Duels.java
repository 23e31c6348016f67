package io.imagepriors.runtime.bench.peer;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.speed.BatchRestoration;
import io.imagepriors.runtime.bench.speed.Clock;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.SolverSteps;
import io.imagepriors.runtime.bench.speed.Steps;
import io.imagepriors.runtime.bench.speed.Team;
import io.imagepriors.runtime.evaluation.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What both sides do with models that are trained: steps, and whole restorations. */
public final class Duels {
  private final Clock clock;
  private final Catalog catalog;
  private final Peer peer;
  private final Workshop workshop;
  private final Team alone;
  private final Team team;
  private int restorations;

  /**
   * Tasks for one peer.
   *
   * @param alone a team of one, for what can't be shared
   * @param team as many threads as the peer has
   */
  public Duels(Clock clock, Catalog catalog, Peer peer, Workshop workshop, Team alone, Team team) {
    this.clock = clock;
    this.catalog = catalog;
    this.peer = peer;
    this.workshop = workshop;
    this.alone = alone;
    this.team = team;
  }

  /** A step over pixels and a step over codes. */
  public List<Duel> steps(SharedModel shared, int batch) {
    Team sharing = batch % team.size() == 0 ? team : alone;
    Steps steps = new Steps(sharing, clock, shared.prior(), shared.model(), batch / sharing.size());
    ForwardModel noise =
        SolverSteps.noise(catalog.get(Kind.DEGRADATION, "gaussian-noise").plugin(), shared.model());
    Restorer map = catalog.get(Kind.RESTORER, "map").plugin();
    Restorer latentMap = catalog.get(Kind.RESTORER, "latent-map").plugin();
    List<Duel> duels = new ArrayList<>();
    duels.add(duel("pixel", shared, batch, steps.overPixels(map, noise)));
    duels.add(duel("latent", shared, batch, steps.overCodes(latentMap, noise)));
    return duels;
  }

  private Duel duel(String step, SharedModel shared, int batch, Job ours) {
    Map<String, Object> request = Map.of("name", shared.name(), "batch", batch);
    Job theirs = new Job("peer", batch, 0, peer.work(step, request));
    return new Duel(step + " step, batch " + batch, shared.name(), ours, theirs, Duel.Quality.NONE);
  }

  /** Restorations by a restorer, against the peer's search from many starts. */
  public Duel restoration(
      SharedModel shared,
      Candidate<Degradation> degradation,
      Candidate<Restorer> restorer,
      ImageStack truth) {
    ForwardModel model = degradation.plugin().bind(truth.shape(), degradation.parameters());
    BatchRestoration ours =
        new BatchRestoration(
            restorer.plugin(), restorer.parameters(), model, shared.model(), truth, 0);
    String task = degradation.label() + ", " + restorer.label();
    PeerRestoration theirs =
        new PeerRestoration(peer, shared, ours, model, Integer.toString(++restorations), workshop);
    Duel.Quality quality =
        new Duel.Quality() {
          @Override
          public double ours() {
            return ours.psnr();
          }

          @Override
          public double theirs() {
            return theirs.psnr();
          }
        };
    return new Duel(
        task, shared.name(), ours.job(team, clock, restorer.label()), theirs.job(), quality);
  }
}

package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Trainer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.bench.peer.Duel;
import io.imagepriors.runtime.bench.peer.Duels;
import io.imagepriors.runtime.bench.peer.Peer;
import io.imagepriors.runtime.bench.peer.PeerEnvironment;
import io.imagepriors.runtime.bench.peer.SharedModel;
import io.imagepriors.runtime.bench.peer.TrainingDuel;
import io.imagepriors.runtime.bench.peer.Workshop;
import io.imagepriors.runtime.bench.speed.Clock;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.Team;
import io.imagepriors.runtime.bench.speed.Timing;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.ModelFile;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.bench.Measuring.Spread;
import io.imagepriors.runtime.command.bench.PeerDocument.Row;
import io.imagepriors.runtime.evaluation.Candidate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This product and PyTorch in Python, side by side. */
final class PeerCommand implements Command {
  private static final List<String> PARTS = List.of("steps", "restore", "training");
  private static final List<Integer> BATCHES = List.of(1, 16, 128);

  /** Enough to fill batches; a restoration of them takes the peer some ten seconds. */
  private static final int IMAGES = 32;

  private static final int PROBES = 16;

  private static final Option<String> PYTHON =
      Option.text("python", "FILE", "python3", "the interpreter, with PyTorch");
  private static final Option<String> PART =
      Option.text("parts", "LIST", String.join(",", PARTS), "what is compared");
  private static final Option<Boolean> AS_IT_COMES =
      Option.flag("as-it-comes", "leave PyTorch's allocator and waiting as they come");
  private static final Option<Optional<Path>> MLP =
      Option.file("mlp", "a fully connected prior for steps; without it, one is trained briefly");
  private static final Option<Double> SECONDS = Measuring.seconds(180);

  private final Optional<Site> site;

  PeerCommand(Optional<Site> site) {
    this.site = site;
  }

  @Override
  public Signature signature() {
    return Signature.of("bench peer", "this product and PyTorch in Python, side by side")
        .details(
            "The same networks, with weights from the same files: the shipped prior 'uniform', and"
                + " a fully connected one that is trained first, briefly. Both sides take steps"
                + " over pixels and over codes, restore the same images, and train; in turns, with"
                + " as many threads each. Energies and gradients are compared before times are. A"
                + " ratio above 1 says how often faster this product is. PyTorch is set up as it is"
                + " fastest, unless --as-it-comes is given. Where there is no PyTorch"
                + " the command says so and does nothing.")
        .options(PYTHON, PART, AS_IT_COMES, MLP, Measuring.THREADS, Measuring.CLOCK, SECONDS)
        .answersWithData()
        .example("bench peer --python /usr/bin/python3")
        .example("bench peer --threads 2 --parts steps --json");
  }

  @Override
  public int run(Invocation in) {
    List<String> parts = parts(in.get(PART));
    Map<String, String> machine = Measuring.machine(in);
    int threads = in.get(Measuring.THREADS);
    Clock clock = in.get(Measuring.CLOCK);
    PeerEnvironment environment =
        in.get(AS_IT_COMES) ? PeerEnvironment.AS_IT_COMES : PeerEnvironment.TUNED;
    if (clock == Clock.PROCESSOR && threads > 1) {
      throw InvalidInputException.of(
          "option --threads", "be 1 with --clock processor, which tells one thread's", threads);
    }
    try (Workshop workshop = Workshop.open(Benches.require(site));
        Team alone = new Team(1);
        Team team = new Team(threads)) {
      Peer started;
      try {
        started =
            Peer.start(
                in.get(PYTHON),
                workshop.script(),
                workshop.file("errors"),
                environment,
                threads,
                clock);
      } catch (InvalidInputException e) {
        in.err().println("skipped: " + e.getMessage());
        return ExitCode.OK;
      }
      try (Peer peer = started) {
        Comparison comparison =
            new Comparison(
                in, peer, workshop, new Duels(clock, in.catalog(), peer, workshop, alone, team));
        comparison.run(parts);
        new PeerDocument(machine, peer.versions(), comparison.agreement, comparison.rows).print(in);
      }
    }
    return ExitCode.OK;
  }

  private static List<String> parts(String text) {
    List<String> parts = Arrays.asList(text.split(","));
    for (String part : parts) {
      if (!PARTS.contains(part)) {
        throw InvalidInputException.unknown("part", part, PARTS);
      }
    }
    return parts;
  }

  /** One run, part by part. */
  private static final class Comparison {
    private final Invocation in;
    private final Peer peer;
    private final Workshop workshop;
    private final Duels duels;
    private final Dataset digits;
    private final Map<String, Double> agreement = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    Comparison(Invocation in, Peer peer, Workshop workshop, Duels duels) {
      this.in = in;
      this.peer = peer;
      this.workshop = workshop;
      this.duels = duels;
      this.digits = in.catalog().get(Kind.DATASET, "digits").plugin();
    }

    void run(List<String> parts) {
      double seconds = in.get(SECONDS) / parts.size();
      if (parts.contains("steps") || parts.contains("restore")) {
        try (Prior conv = open(workshop.shippedModel("uniform"))) {
          SharedModel shared = share("conv", workshop.file("uniform.onnx"), conv);
          if (parts.contains("steps")) {
            steps(shared, seconds);
          }
          if (parts.contains("restore")) {
            time(restorations(shared), seconds);
          }
        }
      }
      if (parts.contains("training")) {
        train("conv", seconds / 2);
        train("mlp", seconds / 2);
      }
    }

    private void steps(SharedModel conv, double seconds) {
      Path file = in.get(MLP).orElseGet(this::trainBriefly);
      try (Prior prior = open(file)) {
        SharedModel mlp = share("mlp", file, prior);
        List<Duel> all = new ArrayList<>();
        for (SharedModel model : List.of(conv, mlp)) {
          BATCHES.forEach(batch -> all.addAll(duels.steps(model, batch)));
        }
        time(all, seconds);
      }
    }

    private List<Duel> restorations(SharedModel shared) {
      ImageStack truth = load("test").stack(0, IMAGES);
      List<Duel> all = new ArrayList<>();
      for (Candidate<Degradation> damage :
          List.of(
              candidate(Kind.DEGRADATION, "mask", Map.of("hole", "14")),
              candidate(Kind.DEGRADATION, "gaussian-noise", Map.of("sigma", "0.25")))) {
        Candidate<Restorer> restorer = candidate(Kind.RESTORER, "hybrid", Map.of());
        all.add(duels.restoration(shared, damage, restorer, truth));
      }
      return all;
    }

    private <P extends Plugin> Candidate<P> candidate(
        Kind<P> kind, String name, Map<String, String> settings) {
      P plugin = in.catalog().get(kind, name).plugin();
      return Candidate.of(plugin, plugin.descriptor().defaults().with(settings));
    }

    private void train(String architecture, double seconds) {
      Trainer trainer = in.catalog().get(Kind.TRAINER, "uniform").plugin();
      try (TrainingDuel duel =
          TrainingDuel.start(
              in.get(Measuring.CLOCK),
              trainer,
              architecture,
              in.get(Measuring.THREADS),
              load("train"),
              peer,
              workshop)) {
        time(List.of(duel.duel()), seconds);
      }
    }

    private SharedModel share(String name, Path file, Prior prior) {
      SharedModel shared = new SharedModel(name, file, prior, peer, workshop);
      agreement.put(name, shared.requireAgreement(load("test").stack(0, PROBES)));
      return shared;
    }

    /** A fully connected model is not shipped; its speed does not depend on what it has learned. */
    private Path trainBriefly() {
      Trainer trainer = in.catalog().get(Kind.TRAINER, "uniform").plugin();
      Path file = workshop.file("mlp.onnx");
      try (ProgressBar bar = in.progress("train mlp")) {
        trainer.train(
            load("train"),
            file,
            trainer.descriptor().defaults().with(Map.of("architecture", "mlp", "epochs", "1")),
            bar);
      }
      in.requireNotCancelled();
      return file;
    }

    private LabelledImages load(String split) {
      return digits.load(split, digits.descriptor().defaults());
    }

    private Prior open(Path file) {
      return ModelFile.open(Kind.PRIOR, file.toString(), in.catalog())
          .orElseThrow(() -> new InvalidInputException("no reader of model files is plugged in"));
    }

    private void time(List<Duel> all, double seconds) {
      List<Job> jobs = all.stream().flatMap(d -> List.of(d.ours(), d.theirs()).stream()).toList();
      List<Timing> timings = Measuring.time(in, "bench peer", jobs, seconds);
      for (int i = 0; i < all.size(); i++) {
        rows.add(row(all.get(i), timings.get(2 * i), timings.get(2 * i + 1)));
      }
    }

    private static Row row(Duel duel, Timing ours, Timing theirs) {
      return new Row(
          duel.task(),
          duel.model(),
          Spread.of(ours.millis()),
          Spread.of(theirs.millis()),
          ours.imagesPerSecond(),
          theirs.imagesPerSecond(),
          Spread.of(duel.ratio(ours, theirs)),
          orNull(duel.quality().ours()),
          orNull(duel.quality().theirs()));
    }

    private static Double orNull(double value) {
      return Double.isNaN(value) ? null : value;
    }
  }
}

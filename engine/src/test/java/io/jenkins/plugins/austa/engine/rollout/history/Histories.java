package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Looks for a history by which an engine breaks a promise. Not for use by several threads. */
public final class Histories {

  private final Engine engine;
  private final List<Wire> wires;
  private final World.Beginning nothing = World.Beginning.empty();
  private final World.Beginning serving;

  public Histories(Engine engine) {
    this(engine, request -> request);
  }

  private Histories(Engine engine, UnaryOperator<ApiRequest> tampering) {
    this.engine = engine;
    this.wires = Stream.generate(() -> new Wire(tampering)).limit(Slot.LAST + 1L).toList();
    World first = new World(engine, wires, nothing, false, null);
    new HistoryRun(first).deploy();
    this.serving = first.asItIs();
  }

  /**
   * As if the engine wrote objects of a kind without saying which version it has read.
   *
   * @param plural for example {@code deployments}
   */
  public static Histories withoutPrecondition(Engine engine, String plural) {
    return new Histories(
        engine,
        request ->
            request.writes() && request.path().plural().equals(plural)
                ? request.withoutVersion()
                : request);
  }

  /**
   * The shortest history it can make of that of a seed, and how it breaks a promise.
   *
   * @return empty when all promises are kept
   */
  public Optional<String> broken(long seed) {
    History history = Generator.history(seed);
    Optional<Violation> violation = run(history, null);
    return violation.map(found -> explain(seed, history, found));
  }

  private Optional<Violation> run(History history, List<String> trace) {
    World.Beginning beginning = history.serving() ? serving : nothing;
    World world = new World(engine, wires, beginning, history.holds(), trace);
    return new HistoryRun(world).of(history.ops());
  }

  private String explain(long seed, History found, Violation violation) {
    Shrinker shrinker =
        new Shrinker(
            shorter ->
                run(shorter, null)
                    .filter(other -> other.promise() == violation.promise())
                    .isPresent());
    History shortest = shrinker.shrink(found);
    List<String> trace = new ArrayList<>();
    String how = run(shortest, trace).map(Violation::toString).orElse("It does not break again.");
    return "%s%nHistory (-Daustahistories.seed=%d -Daustahistories.count=1):%n%s%nStep by step:%n%s%n"
        .formatted(how, seed, shortest, String.join("\n", trace));
  }
}

package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Looks for a history by which an engine breaks a promise. Not for use by several threads. */
public final class Histories {

  private final Engine engine;
  private final List<Wire> wires;
  private final Map<EntryKind, World.Beginning> serving = new EnumMap<>(EntryKind.class);

  public Histories(Engine engine) {
    this(engine, request -> request);
  }

  private Histories(Engine engine, UnaryOperator<ApiRequest> tampering) {
    this.engine = engine;
    this.wires = Stream.generate(() -> new Wire(tampering)).limit(Slot.LAST + 1L).toList();
    for (EntryKind entry : EntryKind.values()) {
      World first = new World(engine, wires, entry, World.Beginning.empty(entry), false, null);
      new HistoryRun(first).deploy();
      serving.put(entry, first.asItIs());
    }
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
   * Makes up the history of a seed and lets it happen.
   *
   * @return the shortest history it can make of it by which the same promise is broken; empty when
   *     all promises are kept
   */
  public Optional<Counterexample> broken(long seed) {
    History history = Generator.history(seed);
    return run(history, null).map(violation -> shortest(seed, history, violation.promise()));
  }

  private Optional<Violation> run(History history, List<String> trace) {
    EntryKind entry = history.entry();
    World.Beginning beginning =
        history.serving() ? serving.get(entry) : World.Beginning.empty(entry);
    World world = new World(engine, wires, entry, beginning, history.holds(), trace);
    return new HistoryRun(world).of(history.ops(), history.wholly());
  }

  private Counterexample shortest(long seed, History found, Violation.Promise promise) {
    History shortest =
        new Shrinker(
                shorter -> run(shorter, null).filter(it -> it.promise() == promise).isPresent())
            .shrink(found);
    List<String> trace = new ArrayList<>();
    Violation violation = run(shortest, trace).orElseThrow();
    return new Counterexample(
        seed, violation.promise().toString(), violation.how(), shortest, trace);
  }
}

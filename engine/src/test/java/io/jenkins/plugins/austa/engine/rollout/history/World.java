package io.jenkins.plugins.austa.engine.rollout.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.engine.health.MetricValue;
import io.jenkins.plugins.austa.engine.health.ProbeAnswer;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.RolloutRecord;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A cluster, its users, and the processes that roll out on it, in a time of their own. Whatever
 * happens is decided by what it is told to do: the same again, the same happens.
 */
final class World {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration CALL = Duration.ofMillis(5);
  private static final int MOST_STEPS = 5_000;

  final EntryKind entry;
  final ApiObjects objects;
  final Truth truth;
  final ApiServer api;
  final Promises promises;
  final List<Slot> slots = new ArrayList<>();
  private final Engine engine;
  private final boolean holds;
  private final List<String> trace;
  private Instant now;
  private int steps;
  private Optional<Process> writing = Optional.empty();

  /**
   * @param wires a connection for each slot
   * @param trace gets what happens, line by line; null for nothing
   */
  World(
      Engine engine,
      List<Wire> wires,
      EntryKind entry,
      Beginning beginning,
      boolean holds,
      List<String> trace) {
    this.engine = engine;
    this.entry = entry;
    this.objects = beginning.objects().copy();
    this.truth = beginning.truth().copy(objects);
    this.now = beginning.now();
    this.holds = holds;
    this.trace = trace;
    this.api = new ApiServer(objects, this);
    this.promises = new Promises(this, truth, objects.find(Site.record()).map(this::read));
    objects.listener(this::stored);
    for (Wire wire : wires) {
      slots.add(new Slot(slots.size(), wire));
    }
  }

  /** Where a history begins. */
  record Beginning(ApiObjects objects, Truth truth, Instant now) {
    static Beginning empty(EntryKind entry) {
      ApiObjects objects = new ApiObjects();
      return new Beginning(objects, new Truth(objects, entry), START);
    }
  }

  Beginning asItIs() {
    return new Beginning(objects.copy(), truth.copy(objects), now);
  }

  Instant now() {
    return now;
  }

  /** Time passes without anything else happening. */
  void sleep(Duration time) {
    now = now.plus(time);
  }

  void trace(Supplier<String> line) {
    if (trace != null) {
      trace.add(line.get());
    }
  }

  RolloutRecord read(ObjectNode configMap) {
    return engine.record(configMap.at("/data/record.json").asText());
  }

  /** The process that lives in a slot; a new one when there is none. */
  Process process(Slot slot) {
    if (slot.process == null || !slot.process.alive()) {
      Process process = new Process(slot, this);
      slot.process = process;
      slot.wire.connect(request -> answer(slot, request));
      process.rollout =
          engine.rollout(
              new Engine.Outside(
                  Site.TARGET,
                  Site.settings(holds),
                  slot.wire.client(),
                  entry,
                  query -> CompletableFuture.completedFuture(errorRate(query)),
                  address -> CompletableFuture.completedFuture(askPublicRoute(address)),
                  address -> CompletableFuture.completedFuture(askService(process, address)),
                  process.scheduler,
                  process.calls(),
                  process.clock(),
                  slot.holder(),
                  line -> trace(() -> "    " + Slot.name(slot.index) + " says: " + line)));
    }
    return slot.process;
  }

  /** Lets things happen, one after the other, until a condition holds or nothing is left. */
  void run(BooleanSupplier until, Duration most) {
    Instant end = now.plus(most);
    for (int i = 0; i < MOST_STEPS; i++) {
      if (until.getAsBoolean() || promises.broken().isPresent() || !step(end)) {
        return;
      }
    }
    promises.breaks(Violation.Promise.ENDS, "after " + MOST_STEPS + " steps it still goes on");
  }

  void runFor(Duration time) {
    Instant end = now.plus(time);
    run(() -> false, time);
    now = now.isBefore(end) ? end : now;
  }

  private boolean step(Instant end) {
    steps++;
    Process next = null;
    for (int i = 0; i < slots.size(); i++) {
      Process process = slots.get((steps + i) % slots.size()).process;
      if (process == null || !process.canRun()) {
        continue;
      }
      if (!process.tasks.isEmpty()) {
        process.runOne();
        return true;
      }
      process.timers.removeIf(Timers.Timer::isCancelled);
      boolean earlier =
          !process.timers.isEmpty()
              && (next == null || process.timers.peek().at.isBefore(next.timers.peek().at));
      next = earlier ? process : next;
    }
    if (next == null || next.timers.peek().at.isAfter(end)) {
      return false;
    }
    Timers.Timer timer = next.timers.poll();
    now = timer.at.isAfter(now) ? timer.at : now;
    timer.run();
    return true;
  }

  void refresh(ApiPath deployment) {
    as(
        null,
        () -> {
          truth.refresh(deployment, now);
          return null;
        });
  }

  /** Does something in the name of a process, or of nobody. */
  <T> T as(Process writer, Supplier<T> action) {
    Optional<Process> before = writing;
    writing = Optional.ofNullable(writer);
    try {
      return action.get();
    } finally {
      writing = before;
    }
  }

  private void stored(ApiPath path, ObjectNode before, ObjectNode after) {
    if (path.plural().equals("deployments")) {
      truth.changed(path, before, now);
    }
    promises.stored(writing, path, before, after);
  }

  private ApiAnswer answer(Slot slot, ApiRequest request) throws IOException {
    Process process = slot.process;
    before(process);
    ApiAnswer answer;
    try {
      answer = api.answer(process, request);
    } finally {
      after(process);
    }
    return answer;
  }

  private void before(Process process) {
    if (!process.alive()) {
      throw new Died();
    }
    sleep(CALL);
    Interruption armed = process.armed.nextCall();
    process.armed = armed;
    if (armed.call() != 0) {
      return;
    }
    switch (armed.kind()) {
      case CRASH_BEFORE -> die(process);
      case STALL_BEFORE -> stall(process);
      case CANCEL -> {
        process.armed = Interruption.NONE;
        process.rollout.cancel();
      }
      default -> {
        // Comes after the request.
      }
    }
  }

  private void after(Process process) {
    Interruption armed = process.armed;
    if (armed.call() != 0) {
      return;
    }
    if (armed.kind() == Interruption.Kind.CRASH_AFTER) {
      die(process);
    }
    if (armed.kind() == Interruption.Kind.STALL_AFTER) {
      stall(process);
    }
  }

  private void die(Process process) {
    trace(() -> "      " + Slot.name(process.slot.index) + " is gone");
    process.kill();
    throw new Died();
  }

  private void stall(Process process) {
    trace(() -> "      " + Slot.name(process.slot.index) + " stands still");
    process.stall();
    trace(() -> "      " + Slot.name(process.slot.index) + " goes on");
  }

  private MetricValue errorRate(String query) {
    Colour colour = query.contains("colour=\"blue\"") ? Colour.BLUE : Colour.GREEN;
    RolloutService any = Site.TARGET.services().get(0);
    return switch (truth.healthOf(truth.revision(any, colour).orElse(""))) {
      case BAD_UNDER_TRAFFIC -> MetricValue.value(0.5);
      case NO_DATA -> MetricValue.noData("the query matches no series");
      default -> MetricValue.value(0);
    };
  }

  private ProbeAnswer askPublicRoute(URI address) {
    Map<String, Colour> carries = truth.carries();
    for (RolloutService service : Site.TARGET.services()) {
      Colour colour = carries.get(service.name());
      if (service.routePath().equals(address.getPath())
          && colour != null
          && truth.ready(service, colour, now) > 0) {
        return ProbeAnswer.of(200, truth.revision(service, colour));
      }
    }
    return ProbeAnswer.of(503, Optional.empty());
  }

  private ProbeAnswer askService(Process process, URI address) {
    before(process);
    after(process);
    for (RolloutService service : Site.TARGET.services()) {
      for (Colour colour : Colour.values()) {
        if (address.getPath().contains(Site.TARGET.objectName(service, colour) + ":")) {
          return answer(service, colour);
        }
      }
    }
    return ProbeAnswer.of(404, Optional.empty());
  }

  private ProbeAnswer answer(RolloutService service, Colour colour) {
    if (truth.ready(service, colour, now) == 0) {
      return ProbeAnswer.of(503, Optional.empty());
    }
    boolean ill = truth.healthOf(truth.revision(service, colour).orElse("")) == Health.UNHEALTHY;
    return ProbeAnswer.of(ill ? 500 : 200, Optional.empty());
  }
}

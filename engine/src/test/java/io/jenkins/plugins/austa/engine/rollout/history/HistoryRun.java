package io.jenkins.plugins.austa.engine.rollout.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.engine.rollout.Rollout;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import io.jenkins.plugins.austa.engine.rollout.RolloutOutcome;
import io.jenkins.plugins.austa.engine.rollout.RolloutRecord;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.history.Interruption.Kind;
import io.jenkins.plugins.austa.engine.rollout.history.Violation.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Takes the steps of one history in a world of its own. */
final class HistoryRun {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration LEASE_AND_MORE = Site.LEASE.multipliedBy(3);

  /** Every message ends by telling somebody to do something. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "(?i)(run (this )?again|revert again|roll out|prepare|wait for|find out|grant|renew|look at|undo|create it"
              + "|delete it|point it|see who|bring its pods|switch (and verify )?first|check it first|upgrade)");

  private final World world;

  HistoryRun(World world) {
    this.world = world;
  }

  /**
   * Everything that happens, and then a build for which nothing goes wrong.
   *
   * @param wholly whether that goes to the end, or only until it may begin, by which time whatever
   *     was left unfinished has come to its end
   */
  Optional<Violation> of(List<Op> ops, boolean wholly) {
    for (Op op : ops) {
      if (broken()) {
        break;
      }
      world.trace(() -> "  " + op);
      take(op);
    }
    if (!broken()) {
      end(wholly);
    }
    world.slots.stream().filter(slot -> slot.process != null).forEach(slot -> slot.process.kill());
    return world.promises.broken();
  }

  /** One whole rollout by somebody who comes last; used for where other histories begin. */
  void deploy() {
    lastOne("v1", true);
  }

  private boolean broken() {
    return world.promises.broken().isPresent();
  }

  private void take(Op op) {
    if (op instanceof Op.Begin begin) {
      begin(begin);
    } else if (op instanceof Op.Install install) {
      install(world.slots.get(install.slot()), install.health(), install.partly());
    } else if (op instanceof Op.Wake wake) {
      wake(world.slots.get(wake.slot()));
    } else if (op instanceof Op.Kill kill) {
      running(kill.slot()).ifPresent(Process::kill);
    } else if (op instanceof Op.Cancel cancel) {
      running(cancel.slot()).filter(Process::canRun).ifPresent(it -> it.rollout.cancel());
    } else if (op instanceof Op.Close close) {
      running(close.slot()).filter(Process::canRun).ifPresent(it -> it.rollout.close());
    } else if (op instanceof Op.Pass pass) {
      world.runFor(Duration.ofSeconds(pass.seconds()));
    } else if (op instanceof Op.Clock clock) {
      world.slots.get(clock.slot()).secondsAhead = clock.seconds();
    } else if (op instanceof Op.Inject inject) {
      world.api.inject(inject.fault());
    } else if (op instanceof Op.Repair) {
      world.api.repair();
    } else if (op instanceof Op.Autoscale autoscale) {
      autoscale(autoscale.replicas());
    } else if (op instanceof Op.EditEntry edit) {
      edit(edit.wholly());
    }
  }

  private Optional<Process> running(int slot) {
    return Optional.ofNullable(world.slots.get(slot).process).filter(Process::alive);
  }

  private void begin(Op.Begin op) {
    Process process = world.process(world.slots.get(op.slot()));
    boolean revert = op.action() == Op.Begin.Action.REVERT;
    if (!process.canRun() || (process.busy() && !revert)) {
      return;
    }
    process.armed = op.interruption();
    process.operation = watched(process, start(process, op));
    int[] steps = {0};
    boolean leaves = op.interruption().kind() == Kind.LEAVE;
    drive(process, () -> leaves && steps[0]++ >= op.interruption().call());
    if (process.armed.kind() != Kind.LEAVE && process.alive() && process.stalled == null) {
      process.armed = Interruption.NONE;
    }
  }

  private CompletableFuture<?> start(Process process, Op.Begin op) {
    Rollout rollout = process.rollout;
    return switch (op.action()) {
      case PREPARE -> prepare(process, "v" + op.version());
      case CHECK -> rollout.check();
      case SWITCH -> rollout.switchTraffic();
      case RETIRE -> rollout.retire();
      case REVERT -> rollout.revert("manual", "somebody wants it");
    };
  }

  private static CompletableFuture<Preparation> prepare(Process process, String version) {
    String digest = "@sha256:" + version;
    RevisionRequest request =
        new RevisionRequest(
            version,
            Map.of("frontend", "r/frontend" + digest, "backend", "r/backend" + digest),
            "chart",
            "ann",
            "why");
    return process
        .rollout
        .prepare(request)
        .thenApply(
            preparation -> {
              process.slot.prepared = Optional.of(preparation);
              return preparation;
            });
  }

  private <T> CompletableFuture<T> watched(Process process, CompletableFuture<T> operation) {
    return operation.whenComplete(
        (value, failure) -> {
          if (process.alive()) {
            ended(process, value, failure);
          }
        });
  }

  private void ended(Process process, Object value, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    world.trace(
        () ->
            "    = "
                + (cause != null
                    ? cause.toString()
                    : value instanceof RolloutOutcome outcome
                        ? (outcome.succeeded() ? "succeeded: " : "failed: ") + outcome.message()
                        : value.toString()));
    if (cause instanceof RolloutException) {
      requireAdvice(cause.getMessage());
    } else if (cause != null && !(cause instanceof CancellationException)) {
      world.promises.breaks(
          Promise.SAYS_WHAT_TO_DO, Slot.name(process.slot.index) + " failed with " + cause);
    }
    if (value instanceof RolloutOutcome outcome && outcome.phase() == Phase.STOPPED) {
      requireAdvice(outcome.message());
    }
  }

  private void requireAdvice(String message) {
    if (!ADVICE.matcher(message).find()) {
      world.promises.breaks(Promise.SAYS_WHAT_TO_DO, "This does not say what to do: " + message);
    }
  }

  /** Lets the operation of a process go on until it is over, or the process cannot. */
  private void drive(Process process, BooleanSupplier until) {
    boolean[] enough = {false};
    world.run(
        () -> {
          enough[0] |= until.getAsBoolean();
          return enough[0] || !process.busy() || !process.canRun();
        },
        LONGEST);
    if (!enough[0] && !broken() && process.busy() && process.canRun()) {
      world.promises.breaks(
          Promise.ENDS,
          "an operation of " + Slot.name(process.slot.index) + " goes on for " + LONGEST);
    }
  }

  private void wake(Slot slot) {
    running(slot.index)
        .filter(process -> process.stalled != null)
        .ifPresent(
            process -> {
              process.wake();
              drive(process, () -> false);
            });
  }

  /**
   * Helm does not know of leases. It is taken to be done before its rollout is taken over, which is
   * what a lease has to be long enough for.
   */
  private void install(Slot slot, Health health, boolean partly) {
    Optional<RolloutRecord> record = world.promises.record();
    if (slot.prepared.isEmpty() || record.isEmpty()) {
      return;
    }
    Preparation prepared = slot.prepared.get();
    boolean itsTurn =
        Set.of(Phase.PREPARING, Phase.CHECKING).contains(record.get().phase())
            && record.get().holder().equals(slot.holder())
            && record.get().candidate().number() == prepared.revision().number();
    if (!itsTurn) {
      return;
    }
    if (world.truth.carries().containsValue(prepared.colour())
        && !world.promises.wasEditedByHand()) {
      world.promises.breaks(
          Promise.CARRIER_UNTOUCHED, "Helm was told to install over the colour with traffic");
    }
    world.truth.healthOf(prepared.revision().number(), health);
    List<RolloutService> services = Site.TARGET.services();
    for (RolloutService service : partly ? services.subList(0, 1) : services) {
      install(service, prepared);
    }
    world.promises.recordIsTrue("after an installation");
  }

  private void install(RolloutService service, Preparation prepared) {
    ApiPath path = Site.deployment(service, prepared.colour());
    String revision = String.valueOf(prepared.revision().number());
    ObjectNode wanted =
        ApiObjects.object(
            """
            {"apiVersion": "apps/v1", "kind": "Deployment",
             "metadata": {"name": "%1$s", "namespace": "cockpit", "labels": {"%2$s": "%3$s"}},
             "spec": {"replicas": %4$d, "selector": {"matchLabels": {"app": "%1$s"}},
                      "template": {"metadata": {"labels": {"app": "%1$s", "%2$s": "%3$s"}}}}}
            """
                .formatted(
                    path.name(),
                    Truth.REVISION,
                    revision,
                    prepared.replicas().getOrDefault(service.name(), 2)));
    ObjectNode next =
        world
            .objects
            .find(path)
            .map(found -> (ObjectNode) ApiObjects.merged(found.deepCopy(), wanted))
            .orElse(wanted);
    world.objects.put(path, next);
  }

  private void autoscale(int replicas) {
    world.truth.carries().values().stream()
        .distinct()
        .flatMap(
            colour ->
                Site.TARGET.services().stream().map(service -> Site.deployment(service, colour)))
        .forEach(
            path ->
                world
                    .objects
                    .find(path)
                    .filter(found -> Truth.replicas(found) > 0)
                    .ifPresent(
                        found -> {
                          ObjectNode next = found.deepCopy();
                          next.withObject("/spec").put("replicas", replicas);
                          world.objects.put(path, next);
                        }));
  }

  private void edit(boolean wholly) {
    List<RolloutService> services = Site.TARGET.services();
    List<ApiPath> edited =
        world.entry.edit(world.objects, wholly ? services : services.subList(0, 1));
    if (!edited.isEmpty()) {
      world.promises.editedByHand(edited);
    }
  }

  /** Faults cease, clocks are set, whoever stands still goes on, and a last build comes. */
  private void end(boolean wholly) {
    world.trace(() -> "  All faults cease.");
    world.api.repair();
    int ahead = 0;
    for (Slot slot : world.slots) {
      ahead = Math.max(ahead, slot.secondsAhead);
      slot.secondsAhead = 0;
      wake(slot);
    }
    for (Slot slot : world.slots) {
      running(slot.index).ifPresent(process -> drive(process, () -> false));
    }
    for (Slot slot : world.slots) {
      running(slot.index).ifPresent(process -> process.rollout.close());
    }
    world.api.landAll();
    world.runFor(LEASE_AND_MORE.plusSeconds(ahead));
    if (!broken()) {
      lastOne("v9", wholly);
    }
  }

  /**
   * A new build rolls out something that is well. It may be refused, but only where somebody has to
   * look first, and then a revert or a second try must help.
   */
  private void lastOne(String version, boolean wholly) {
    Process process = world.process(world.slots.get(Slot.LAST));
    boolean stopped =
        world.promises.record().filter(now -> now.phase() == Phase.STOPPED).isPresent();
    for (int attempt = 0; attempt < 2 && !broken(); attempt++) {
      Optional<Preparation> prepared = result(process, prepare(process, version));
      if (prepared.isPresent()) {
        if (wholly) {
          rollOut(process);
        }
        return;
      }
      stopped |= world.promises.record().filter(now -> now.phase() == Phase.STOPPED).isPresent();
      result(process, process.rollout.revert("manual", "somebody has looked"));
    }
    if (!stopped && !world.promises.wasEditedByHand()) {
      world.promises.breaks(
          Promise.GOES_ON, "a new rollout is refused although nobody has to look first");
    }
  }

  private void rollOut(Process process) {
    install(process.slot, Health.WELL, false);
    result(process, process.rollout.check());
    result(process, process.rollout.switchTraffic());
    result(process, process.rollout.retire());
    Optional<RolloutRecord> record = world.promises.record();
    boolean done = record.filter(now -> now.phase() == Phase.DONE).isPresent();
    if (!done && !broken() && !world.promises.wasEditedByHand()) {
      world.promises.breaks(
          Promise.GOES_ON,
          "a rollout by which nothing went wrong ended in " + record.map(RolloutRecord::phase));
    }
  }

  private <T> Optional<T> result(Process process, CompletableFuture<T> operation) {
    process.operation = watched(process, operation);
    drive(process, () -> false);
    try {
      return operation.isDone() ? Optional.of(operation.join()) : Optional.empty();
    } catch (CompletionException | CancellationException e) {
      return Optional.empty();
    }
  }
}

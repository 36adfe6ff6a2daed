package io.jenkins.plugins.austa.engine.rollout.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers processes' requests, with the faults that are in force. */
final class ApiServer {

  private record Late(ApiRequest request, Process sender, int due) {}

  private final ApiObjects objects;
  private final World world;
  private final List<ApiFault> faults = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();
  private int calls;

  ApiServer(ApiObjects objects, World world) {
    this.objects = objects;
    this.world = world;
  }

  void inject(ApiFault fault) {
    faults.add(fault);
  }

  void repair() {
    faults.clear();
  }

  ApiAnswer answer(Process sender, ApiRequest request) throws IOException {
    calls++;
    land(calls);
    Optional<ApiFault> fault = fault(request);
    ApiAnswer answer =
        fault.isPresent() ? meet(fault.get(), sender, request) : carryOut(sender, request);
    sender.knowsOfEdit |= world.promises.wasEditedByHand(request.path()) && !request.writes();
    world.trace(
        () -> "      " + Slot.name(sender.slot.index) + ": " + request + " -> " + answer.code());
    return answer;
  }

  /** Carries out all that is late. */
  void landAll() {
    land(Integer.MAX_VALUE);
  }

  private void land(int now) {
    for (Late one : List.copyOf(late)) {
      if (one.due() <= now) {
        late.remove(one);
        ApiAnswer answer = carryOut(one.sender(), one.request());
        world.trace(() -> "      late " + one.request() + " -> " + answer.code());
      }
    }
  }

  private Optional<ApiFault> fault(ApiRequest request) {
    for (int i = 0; i < faults.size(); i++) {
      ApiFault fault = faults.get(i);
      if (fault.meets(request)) {
        if (fault.skip() > 0) {
          faults.set(i, fault.skippedOne());
        } else if (fault.times() > 0) {
          faults.set(i, fault.usedOnce());
          return Optional.of(fault);
        }
      }
    }
    return Optional.empty();
  }

  private ApiAnswer meet(ApiFault fault, Process sender, ApiRequest request) throws IOException {
    switch (fault.kind()) {
      case ERROR:
        return ApiAnswer.status(500, "etcdserver: leader changed");
      case CONFLICT:
        return ApiAnswer.status(409, "the object has been modified");
      case DENIED:
        return ApiAnswer.status(403, request + " is forbidden");
      case REPEATED:
        carryOut(sender, request);
        return carryOut(sender, request);
      case ANSWER_LOST:
        carryOut(sender, request);
        break;
      case LATE:
        late.add(new Late(request, sender, calls + fault.overtakenBy()));
        break;
      default:
        break;
    }
    world.sleep(Site.REQUEST_TIMEOUT);
    world.trace(() -> "      " + Slot.name(sender.slot.index) + ": " + request + " -> no answer");
    throw new IOException("timeout");
  }

  private ApiAnswer carryOut(Process sender, ApiRequest request) {
    if (request.path().plural().equals("deployments")) {
      world.refresh(request.path());
    }
    return world.as(sender, () -> objects.answer(request));
  }
}

package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A status as maps, lists, strings, numbers and booleans: what a pipeline gets and what is written
 * as JSON or YAML. Keys may be added, none is taken away; a key without a value is left out.
 */
public final class StatusData {

  private StatusData() {}

  /** All that {@link StatusText} shows, and the record's events. */
  public static Map<String, Object> of(RolloutStatus status) {
    RolloutRecord record = status.record();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("environment", status.environment());
    data.put("namespace", status.namespace());
    data.put("release", status.release());
    data.put("strategy", "blue-green");
    data.put("phase", status.phase().toString());
    data.put("settled", status.settled());
    data.put("meaning", status.meaning());
    Map<String, String> traffic = new TreeMap<>();
    status.traffic().forEach((service, colour) -> traffic.put(service, colour.toString()));
    data.put("traffic", traffic);
    status.trouble().ifPresent(why -> data.put("trouble", why));
    if (!status.holder().isEmpty()) {
      Map<String, Object> lease = new LinkedHashMap<>();
      lease.put("holder", status.holder());
      lease.put("until", text(status.heldUntil()));
      data.put("lease", lease);
    }
    record.activeRevision().ifPresent(it -> data.put("active", revision(it)));
    record.candidateRevision().ifPresent(it -> data.put("candidate", revision(it)));
    record.previousRevision().ifPresent(it -> data.put("previous", revision(it)));
    if (record.revertedBecause() != null) {
      data.put("revertedBecause", because(record.revertedBecause()));
    }
    data.put("colours", colours(status));
    data.put("history", list(record.history(), StatusData::past));
    data.put("events", list(record.events(), StatusData::event));
    return data;
  }

  private static Map<String, Object> colours(RolloutStatus status) {
    Map<String, Object> colours = new LinkedHashMap<>();
    for (ColourStatus colour : status.colours()) {
      Map<String, Object> services = new TreeMap<>();
      colour.services().forEach((service, workload) -> services.put(service, workload(workload)));
      colours.put(colour.colour().toString(), services);
    }
    return colours;
  }

  private static Map<String, Object> workload(ColourStatus.Workload workload) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (workload.revision() != null) {
      data.put("revision", workload.revision());
    }
    data.put("replicas", workload.replicas());
    data.put("available", workload.available());
    return data;
  }

  private static Map<String, Object> revision(Revision revision) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("number", revision.number());
    data.put("version", revision.version());
    data.put("colour", revision.colour().toString());
    data.put("images", new TreeMap<>(revision.images()));
    data.put("chart", revision.chart());
    if (revision.valuesDigest() != null) {
      data.put("valuesDigest", revision.valuesDigest());
    }
    data.put("who", revision.who());
    data.put("when", text(revision.when()));
    data.put("why", revision.why());
    if (revision.restores() != null) {
      data.put("restores", revision.restores());
    }
    if (revision.endsTheWayBack()) {
      data.put("contract", true);
    }
    return data;
  }

  private static Map<String, Object> past(PastRevision past) {
    Map<String, Object> data = revision(past.revision());
    data.put("ended", past.ended().toString());
    data.put("at", text(past.at()));
    if (past.because() != null) {
      data.put("because", because(past.because()));
    }
    return data;
  }

  private static Map<String, Object> because(Reverted reverted) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("signal", reverted.signal());
    data.put("reason", reverted.reason());
    data.put("at", text(reverted.at()));
    return data;
  }

  private static Map<String, Object> event(RolloutEvent event) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("at", text(event.at()));
    data.put("phase", event.phase().toString());
    data.put("message", event.message());
    return data;
  }

  /** One that survives the restart of a pipeline. */
  private static <T> List<Object> list(List<T> all, Function<T, Object> data) {
    return all.stream().map(data).collect(Collectors.toCollection(ArrayList::new));
  }

  private static String text(Instant instant) {
    return instant.toString();
  }
}

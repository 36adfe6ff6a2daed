package io.jenkins.plugins.austa.engine.rollout;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A status as lines for people, in a build log or on a terminal; ASCII, times in UTC. */
public final class StatusText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private StatusText() {}

  /** Headline, meaning, colours, history. */
  public static List<String> lines(RolloutStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s (release %s in namespace %s)"
            .formatted(status.environment(), status.phase(), status.release(), status.namespace()));
    lines.add(status.meaning());
    lines.add("traffic  " + traffic(status));
    if (!status.holder().isEmpty()) {
      lines.add("lease    " + status.holder() + " until " + time(status.heldUntil()));
    }
    status.colours().forEach(colour -> lines.add(colour(colour)));
    lines.add("history" + (status.record().history().isEmpty() ? "  none" : ""));
    status.record().history().forEach(past -> lines.add(past(status.record(), past)));
    return lines;
  }

  private static String traffic(RolloutStatus status) {
    if (status.traffic().isEmpty()) {
      return "no entry yet";
    }
    List<Colour> all = status.traffic().values().stream().distinct().toList();
    return status.trouble().isEmpty() && all.size() == 1
        ? all.get(0).toString()
        : new TreeMap<>(status.traffic()) + status.trouble().map(why -> ", " + why).orElse("");
  }

  private static String colour(ColourStatus colour) {
    StringBuilder line = new StringBuilder("%-9s".formatted(colour.colour().toString()));
    if (colour.services().isEmpty()) {
      return line.append("not installed").toString();
    }
    List<String> services = new ArrayList<>();
    for (Map.Entry<String, ColourStatus.Workload> each :
        new TreeMap<>(colour.services()).entrySet()) {
      ColourStatus.Workload workload = each.getValue();
      services.add("%s %d/%d".formatted(each.getKey(), workload.available(), workload.replicas()));
    }
    String revisions =
        String.join(
            ", ",
            colour.services().values().stream()
                .map(workload -> workload.revision() == null ? "?" : workload.revision())
                .distinct()
                .sorted()
                .toList());
    return line.append("pods of revision ")
        .append(revisions)
        .append(": ")
        .append(String.join(", ", services))
        .toString();
  }

  private static String past(RolloutRecord record, PastRevision past) {
    Revision revision = past.revision();
    boolean active =
        record.activeRevision().filter(one -> one.number() == revision.number()).isPresent();
    return "%s %3d  %-12s %-6s %-8s %s  %s, %s%s"
        .formatted(
            active ? "*" : " ",
            revision.number(),
            revision.version(),
            revision.colour(),
            past.ended(),
            time(past.at()),
            revision.who(),
            revision.why(),
            past.because() == null ? "" : " [" + past.because().signal() + "]");
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}

package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a report once it was read to its end. Findings are not held here: they stream to
 * whoever reads, so that a report of any size needs the same memory.
 *
 * @param scanner which scanner wrote it
 * @param service the service that was scanned
 * @param platform image platform, or null
 * @param targets the first {@value #TARGETS_KEPT} things the scanner says it looked at
 * @param targetCount how many it looked at, at least 1
 * @param findingCount how many findings were streamed
 * @param notes what does not decide but should be known, such as an operating system out of support
 */
public record ScanReport(
    String scanner,
    String service,
    String platform,
    List<String> targets,
    int targetCount,
    long findingCount,
    List<String> notes)
    implements Serializable {
  static final int TARGETS_KEPT = 50;

  public ScanReport {
    targets = targets.stream().limit(TARGETS_KEPT).toList();
    notes = List.copyOf(notes);
  }
}

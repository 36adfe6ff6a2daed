package io.jenkins.plugins.austa.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the stages of a report from the blocks of a run, in whatever order the blocks come. A stage
 * is as bad as its own end and as the warnings inside; an error that was caught inside does not
 * count. Not thread-safe.
 *
 * <p>The stages around the report itself cannot have ended when it is written. They are shown as if
 * they ended now: with the result they would have, so that a finished report has no running stage.
 * Whatever else still runs, such as a branch beside it, has no result.
 */
public final class StageTree {
  /** How many stages and branches a report shows; of more, those that started first. */
  static final int MOST = 1_000;

  private final Map<String, RunBlock> blocks = new HashMap<>();
  private final Map<String, Warning> warnings = new HashMap<>();

  /**
   * The stages of a run.
   *
   * @param stages outermost ones, in the order in which they started
   * @param omitted how many were left out because there were more than {@value #MOST}
   */
  public record Stages(List<StageReport> stages, int omitted) {
    public Stages {
      stages = List.copyOf(stages);
    }

    /** One line saying how many are missing; empty when none are. */
    Optional<String> told() {
      return omitted == 0
          ? Optional.empty()
          : Optional.of("stages: " + omitted + " more than the " + MOST + " that are kept");
    }
  }

  private record Warning(String result, String message) {}

  /** Adds a block. */
  public void add(RunBlock block) {
    blocks.put(block.id(), block);
  }

  /**
   * Adds a warning; it counts for all blocks around it.
   *
   * @param block the innermost block around it; null when there is none
   * @param message one line; may be null
   */
  public void warn(String block, String result, String message) {
    if (block != null) {
      warnings.merge(block, new Warning(result, message), StageTree::worse);
    }
  }

  /**
   * The stages as of now.
   *
   * @param runStart when the run started, in milliseconds since 1970
   * @param now the present, in milliseconds since 1970
   * @param here the innermost block around the report; null when none is or the run has ended
   */
  public Stages stages(long runStart, long now, String here) {
    List<RunBlock> shown = new ArrayList<>();
    blocks.values().stream().filter(block -> block.name() != null).forEach(shown::add);
    shown.sort(
        Comparator.comparingLong(RunBlock::startedMillis)
            .thenComparing(RunBlock::id, Comparator.comparingInt(String::length))
            .thenComparing(RunBlock::id));
    int omitted = Math.max(0, shown.size() - MOST);
    return new Tree(runStart, now, around(here), warningsByBlock())
        .of(shown.subList(0, shown.size() - omitted), omitted);
  }

  /** Result of a worse kind comes later. */
  static int severity(String result) {
    return result == null
        ? 0
        : List.of("SUCCESS", "UNSTABLE", "FAILURE", "NOT_BUILT", "ABORTED").indexOf(result);
  }

  private static Warning worse(Warning one, Warning other) {
    return severity(other.result()) > severity(one.result()) ? other : one;
  }

  private Map<String, Warning> warningsByBlock() {
    Map<String, Warning> all = new HashMap<>();
    warnings.forEach(
        (block, warning) ->
            around(block).forEach(each -> all.merge(each, warning, StageTree::worse)));
    return all;
  }

  private Set<String> around(String block) {
    Set<String> ids = new HashSet<>();
    for (String at = block; at != null && ids.add(at); at = enclosing(at)) {}
    return ids;
  }

  private String enclosing(String id) {
    RunBlock block = blocks.get(id);
    return block == null ? null : block.enclosing();
  }

  /** One reading of the tree. */
  private final class Tree {
    private final long runStart;
    private final long now;
    private final Set<String> aroundHere;
    private final Map<String, Warning> warned;
    private final Map<String, List<RunBlock>> children = new HashMap<>();

    Tree(long runStart, long now, Set<String> aroundHere, Map<String, Warning> warned) {
      this.runStart = runStart;
      this.now = now;
      this.aroundHere = aroundHere;
      this.warned = warned;
    }

    Stages of(List<RunBlock> shown, int omitted) {
      Set<String> ids = new HashSet<>();
      shown.forEach(block -> ids.add(block.id()));
      for (RunBlock block : shown) {
        children.computeIfAbsent(parent(block, ids), key -> new ArrayList<>()).add(block);
      }
      return new Stages(reports(null), omitted);
    }

    private String parent(RunBlock block, Set<String> shown) {
      String at = block.enclosing();
      while (at != null && !shown.contains(at)) {
        at = enclosing(at);
      }
      return at;
    }

    private List<StageReport> reports(String parent) {
      return children.getOrDefault(parent, List.of()).stream().map(this::report).toList();
    }

    private StageReport report(RunBlock block) {
      List<StageReport> inside = reports(block.id());
      long end = block.endedMillis() == null ? now : block.endedMillis();
      Warning own = new Warning(ending(block), block.error());
      Warning all = own.result() == null ? own : worse(own, warned.getOrDefault(block.id(), own));
      boolean saidInside = inside.stream().anyMatch(stage -> says(stage, all.message()));
      return new StageReport(
          block.name(),
          all.result(),
          Math.max(0, block.startedMillis() - runStart),
          Math.max(0, end - block.startedMillis()),
          inside,
          saidInside ? null : all.message());
    }

    private String ending(RunBlock block) {
      boolean asItStands = block.endedMillis() == null && aroundHere.contains(block.id());
      return asItStands ? "SUCCESS" : block.result();
    }

    /** An error passes through all stages around it; it is told once, where it arose. */
    private boolean says(StageReport stage, String error) {
      return error != null
          && (error.equals(stage.error())
              || stage.children().stream().anyMatch(deeper -> says(deeper, error)));
    }
  }
}

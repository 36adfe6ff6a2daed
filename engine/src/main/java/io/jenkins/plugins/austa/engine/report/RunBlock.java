package io.jenkins.plugins.austa.engine.report;

/**
 * One block of a run's flow graph: a stage, a parallel branch, or something around others that is
 * not shown, such as {@code node}.
 *
 * @param id unique within the run
 * @param enclosing id of the block around it; null for the outermost
 * @param name of the stage or branch; null when the block is not shown
 * @param startedMillis when it started, since 1970
 * @param endedMillis when it ended, since 1970; null while it runs
 * @param result of its end, as {@link StageReport#result()}; null while it runs
 * @param error one line saying why it did not end well; null when it did
 */
public record RunBlock(
    String id,
    String enclosing,
    String name,
    long startedMillis,
    Long endedMillis,
    String result,
    String error) {}

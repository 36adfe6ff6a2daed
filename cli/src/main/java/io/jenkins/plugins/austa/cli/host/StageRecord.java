package io.jenkins.plugins.austa.cli.host;

import hudson.model.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stage, or a branch of {@code parallel}, as it went.
 *
 * @param name as written in the pipeline
 * @param branch whether it is a branch
 * @param result the worst of its own end and of the warnings inside; errors that were caught inside
 *     do not count
 * @param start when its body started
 * @param duration until its body ended; until now while it is running
 * @param children stages and branches inside, in the order they started
 */
public record StageRecord(
    String name,
    boolean branch,
    Result result,
    Instant start,
    Duration duration,
    List<StageRecord> children) {}

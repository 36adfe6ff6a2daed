package io.jenkins.plugins.austa.engine.report;

import java.time.Instant;

/**
 * One decision to let a change into an environment, or not.
 *
 * @param environment such as {@code production}
 * @param decision {@code approved}, {@code rejected} or {@code timed out}
 * @param approver who decided; null when nobody did
 * @param at when
 * @param reason given by the approver; null when none was
 * @param overridden whether a rule (such as four eyes) was set aside
 */
public record ApprovalReport(
    String environment,
    String decision,
    String approver,
    Instant at,
    String reason,
    boolean overridden) {}

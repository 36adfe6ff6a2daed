package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;

/**
 * A record as it was found.
 *
 * @param resourceVersion of the ConfigMap it was read from; empty when there is none yet
 */
record StoredRecord(RolloutRecord record, Optional<String> resourceVersion) {}

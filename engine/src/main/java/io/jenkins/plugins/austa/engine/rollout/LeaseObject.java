package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Translates between the API's Lease and what is decided about it. */
final class LeaseObject {

  private LeaseObject() {}

  static LeaseFacts facts(Lease lease) {
    LeaseSpec spec = Optional.ofNullable(lease.getSpec()).orElseGet(LeaseSpec::new);
    return new LeaseFacts(
        Optional.ofNullable(spec.getHolderIdentity()).orElse(""),
        Optional.ofNullable(spec.getRenewTime()).map(ZonedDateTime::toInstant).orElse(null),
        Duration.ofSeconds(
            spec.getLeaseDurationSeconds() == null ? 0 : spec.getLeaseDurationSeconds()));
  }

  static Lease first(RolloutTarget target, String holder, Duration duration, Instant now) {
    return new LeaseBuilder()
        .withNewMetadata()
        .withName(target.stateName())
        .withNamespace(target.namespace())
        .withLabels(OwnLabels.of(target))
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(holder)
        .withLeaseDurationSeconds(seconds(duration))
        .withAcquireTime(time(now))
        .withRenewTime(time(now))
        .withLeaseTransitions(0)
        .endSpec()
        .build();
  }

  /**
   * Keeps the resourceVersion of {@code lease}, so that the write fails if somebody else was
   * faster.
   */
  static Lease heldBy(Lease lease, String holder, Duration duration, Instant now) {
    boolean ours = facts(lease).holder().equals(holder);
    Integer transitions = lease.getSpec() == null ? null : lease.getSpec().getLeaseTransitions();
    return new LeaseBuilder(lease)
        .editOrNewSpec()
        .withHolderIdentity(holder)
        .withLeaseDurationSeconds(seconds(duration))
        .withAcquireTime(ours ? lease.getSpec().getAcquireTime() : time(now))
        .withRenewTime(time(now))
        .withLeaseTransitions((transitions == null ? 0 : transitions) + (ours ? 0 : 1))
        .endSpec()
        .build();
  }

  static Lease released(Lease lease) {
    return new LeaseBuilder(lease).editOrNewSpec().withHolderIdentity(null).endSpec().build();
  }

  private static int seconds(Duration duration) {
    return (int) Math.max(1, duration.plusMillis(999).toSeconds());
  }

  private static ZonedDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
  }
}

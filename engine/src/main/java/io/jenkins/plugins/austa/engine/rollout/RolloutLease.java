package io.jenkins.plugins.austa.engine.rollout;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that one build at a time rolls out a release.
 *
 * <p>Held from {@link #hold()} to {@link #release()} and renewed three times per duration in
 * between. Another holder may take it over only when it has expired. It is a courtesy between
 * builds, not the fence: that is the resourceVersion of the record and of the entry.
 */
final class RolloutLease {

  private static final Logger LOG = LoggerFactory.getLogger(RolloutLease.class);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int ATTEMPTS = 3;
  private static final int RENEWALS_PER_DURATION = 3;

  private final KubernetesClient client;
  private final RolloutTarget target;
  private final String holder;
  private final Duration duration;
  private final Clock clock;
  private final ScheduledExecutorService scheduler;
  private final Executor calls;
  private final String where;

  /** As it was last written here; its resourceVersion tells whether it still is so. */
  private Lease written;

  private Instant renewed = Instant.MIN;
  private boolean renewing;
  private ScheduledFuture<?> timer;

  RolloutLease(
      KubernetesClient client,
      RolloutTarget target,
      String holder,
      Duration duration,
      Clock clock,
      ScheduledExecutorService scheduler,
      Executor calls) {
    this.client = client;
    this.target = target;
    this.holder = holder;
    this.duration = duration;
    this.clock = clock;
    this.scheduler = scheduler;
    this.calls = calls;
    this.where = target.namespace() + "/" + target.stateName();
  }

  /**
   * Acquires, renews or takes over the lease. Blocks. Does nothing if it was renewed a moment ago.
   *
   * @throws LeaseHeldException if another build holds it
   * @throws ClusterException if the API server cannot say
   */
  synchronized void hold() {
    if (!renewedJustNow()) {
      acquire();
    }
  }

  /** A clock that was set back says nothing about how long ago that was. */
  private boolean renewedJustNow() {
    Instant now = clock.instant();
    return !renewed.isAfter(now) && renewed.isAfter(now.minus(interval()));
  }

  private void acquire() {
    for (int attempt = 1; ; attempt++) {
      try {
        writeOnce();
        renewed = clock.instant();
        renewLater();
        return;
      } catch (KubernetesClientException e) {
        // Somebody else has written or deleted it: look again at who has it now.
        boolean outdated = e.getCode() == CONFLICT || (written != null && e.getCode() == NOT_FOUND);
        written = null;
        if (!outdated || attempt == ATTEMPTS) {
          throw new ClusterException("take the rollout lease " + where, e);
        }
      }
    }
  }

  /**
   * Gives the lease back if it is ours and stops renewing. Failing to do so is logged only: it
   * expires by itself.
   */
  synchronized void release() {
    stopRenewing();
    try {
      Lease found = resource().get();
      if (found != null && LeaseObject.facts(found).holder().equals(holder)) {
        client.resource(LeaseObject.released(found)).update();
      }
    } catch (KubernetesClientException e) {
      LOG.warn("Rollout lease {} could not be given back, it expires by itself", where, e);
    }
  }

  /** Lets the lease run out; the same holder can {@link #hold()} it again. */
  synchronized void stopRenewing() {
    renewing = false;
    written = null;
    renewed = Instant.MIN;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void writeOnce() {
    // Whoever renews need not read: nobody else has written it as long as its version is the same.
    Lease found = written != null ? written : resource().get();
    Instant now = clock.instant();
    if (found == null) {
      written = client.resource(LeaseObject.first(target, holder, duration, now)).create();
      return;
    }
    LeaseFacts facts = LeaseObject.facts(found);
    if (facts.standing(holder, now) == LeaseFacts.Standing.HELD) {
      stopRenewing();
      throw new LeaseHeldException(where, facts.holder(), facts.until(), facts.ahead(now));
    }
    written = client.resource(LeaseObject.heldBy(found, holder, duration, now)).update();
  }

  private void renewLater() {
    renewing = true;
    if (timer != null) {
      timer.cancel(false);
    }
    try {
      timer =
          scheduler.schedule(
              () -> calls.execute(this::renew), interval().toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.warn("Rollout lease {} is not renewed, the scheduler is shut down", where);
    }
  }

  private synchronized void renew() {
    if (!renewing) {
      return;
    }
    try {
      // Not hold(): timer and clock do not run alike, and a renewal left out would be the last one.
      acquire();
    } catch (LeaseHeldException e) {
      // The next write of this rollout meets the same refusal and tells the user.
      LOG.warn("Rollout lease {} was lost: {}", where, e.getMessage());
    } catch (ClusterException e) {
      LOG.warn("Rollout lease {} could not be renewed, trying again: {}", where, e.getMessage());
      renewLater();
    }
  }

  private Duration interval() {
    return duration.dividedBy(RENEWALS_PER_DURATION);
  }

  private Resource<Lease> resource() {
    return client.leases().inNamespace(target.namespace()).withName(target.stateName());
  }
}

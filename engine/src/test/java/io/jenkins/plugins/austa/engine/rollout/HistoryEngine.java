package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.rollout.history.Engine;
import io.jenkins.plugins.austa.engine.rollout.route.IngressRouter;

/** The rollouts as they are, for histories. */
class HistoryEngine implements Engine {

  @Override
  public Rollout rollout(Outside outside) {
    return new Rollout(parts(outside, new IngressRouter(outside.client(), outside.target())));
  }

  @Override
  public RolloutRecord record(String json) {
    return RecordJson.read(json, "the history's record");
  }

  static RolloutParts parts(Outside outside, Router router) {
    return new RolloutParts(
        outside.target(),
        outside.settings(),
        outside.client(),
        router,
        outside.metrics(),
        outside.publicRoute(),
        outside.apiServer(),
        outside.scheduler(),
        outside.calls(),
        outside.clock(),
        outside.holder(),
        outside.log());
  }
}

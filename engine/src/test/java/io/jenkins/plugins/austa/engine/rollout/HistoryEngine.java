package io.jenkins.plugins.austa.engine.rollout;

import io.jenkins.plugins.austa.engine.rollout.history.Engine;
import io.jenkins.plugins.austa.engine.rollout.route.GatewayParent;
import io.jenkins.plugins.austa.engine.rollout.route.GatewayRouter;
import io.jenkins.plugins.austa.engine.rollout.route.IngressRouter;
import io.jenkins.plugins.austa.engine.rollout.route.ServiceRouter;

/** The rollouts as they are, for histories. */
class HistoryEngine implements Engine {

  @Override
  public Rollout rollout(Outside outside) {
    return new Rollout(parts(outside, router(outside)));
  }

  static Router router(Outside outside) {
    return switch (outside.entry()) {
      case INGRESS -> new IngressRouter(outside.client(), outside.target());
      case SERVICE -> new ServiceRouter(outside.client(), outside.target());
      case GATEWAY ->
          new GatewayRouter(
              outside.client(), outside.target(), new GatewayParent("public", "gateways", null));
    };
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

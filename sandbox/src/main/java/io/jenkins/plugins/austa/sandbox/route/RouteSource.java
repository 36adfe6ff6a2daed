package io.jenkins.plugins.austa.sandbox.route;

import java.util.List;

/** One kind of object that makes routes. */
interface RouteSource {

  /** The routes its objects make now. */
  List<Route> routes();

  /** Has a listener called on the control loop after each change that may change the routes. */
  void onChange(Runnable listener);
}

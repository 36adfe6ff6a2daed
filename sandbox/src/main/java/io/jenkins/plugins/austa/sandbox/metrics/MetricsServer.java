package io.jenkins.plugins.austa.sandbox.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.sandbox.control.ControlLoop;
import io.jenkins.plugins.austa.sandbox.fault.Faults;
import io.jenkins.plugins.austa.sandbox.net.Loopback;
import io.jenkins.plugins.austa.sandbox.node.PodNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The query API of Prometheus over what the pods have counted, sampled four times a second. */
public final class MetricsServer {
  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final SampleStore store = new SampleStore(KEPT);
  private final Clock clock = Clock.systemUTC();
  private final Duration staleness;
  private final Faults faults;
  private final HttpServer server;

  /**
   * @param staleness how long a series is answered by instant selectors after its last sample
   */
  public MetricsServer(
      Vertx vertx, ControlLoop loop, PodNetwork network, Faults faults, Duration staleness) {
    this.staleness = staleness;
    this.faults = faults;
    this.server = Loopback.server(vertx, this::handle);
    Sampler sampler = new Sampler(network, store, clock);
    loop.every(PERIOD, sampler::sample);
  }

  /** Starts listening; completes with the port. */
  public Future<Integer> listen() {
    return server.listen().map(HttpServer::actualPort);
  }

  private void handle(HttpServerRequest request) {
    switch (faults.metricsMode()) {
      case UNREACHABLE -> request.connection().close();
      case UNAVAILABLE -> request.response().setStatusCode(503).end("Service Unavailable");
      default -> route(request);
    }
  }

  private void route(HttpServerRequest request) {
    if (List.of("/-/healthy", "/-/ready").contains(request.path())) {
      request.response().end("Prometheus Server is Ready.\n");
    } else if (!request.path().equals("/api/v1/query")) {
      error(request, 404, "not_found", "the sandbox serves /api/v1/query only");
    } else if (request.method().equals(HttpMethod.POST)) {
      request.setExpectMultipart(true);
      request.endHandler(
          v ->
              query(
                  request,
                  either(request.getFormAttribute("query"), request.getParam("query")),
                  either(request.getFormAttribute("time"), request.getParam("time"))));
    } else {
      query(request, request.getParam("query"), request.getParam("time"));
    }
  }

  private void query(HttpServerRequest request, String query, String time) {
    if (query == null || query.isBlank()) {
      error(request, 400, "bad_data", "invalid parameter \"query\": no expression found in input");
      return;
    }
    try {
      long millis = time == null ? clock.millis() : time(time);
      Expression expression = PromqlParser.parse(query);
      QueryValue value =
          switch (faults.metricsMode()) {
            case EMPTY -> new QueryValue.Vector(List.of());
            default -> new Evaluator(store, millis, staleness).evaluate(expression);
          };
      answer(request, value, millis);
    } catch (PromqlException e) {
      if (e.isSyntax()) {
        error(request, 400, "bad_data", "invalid parameter \"query\": " + e.getMessage());
      } else {
        error(request, 422, "execution", e.getMessage());
      }
    } catch (DateTimeException e) {
      error(request, 400, "bad_data", "invalid parameter \"time\": cannot parse \"" + time + "\"");
    }
  }

  private static long time(String text) {
    return text.matches("\\d+(\\.\\d*)?")
        ? Math.round(Double.parseDouble(text) * 1000)
        : Instant.parse(text).toEpochMilli();
  }

  private static void answer(HttpServerRequest request, QueryValue value, long millis) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "success");
    ObjectNode data = answer.putObject("data");
    if (value instanceof QueryValue.Scalar number) {
      data.put("resultType", "scalar");
      point(data.putArray("result"), millis, number.value());
    } else {
      data.put("resultType", "vector");
      ArrayNode result = data.putArray("result");
      for (QueryValue.Element element : ((QueryValue.Vector) value).elements()) {
        ObjectNode item = result.addObject();
        ObjectNode metric = item.putObject("metric");
        element.labels().forEach(metric::put);
        point(item.putArray("value"), millis, element.value());
      }
    }
    send(request, 200, answer);
  }

  private static void point(ArrayNode point, long millis, double value) {
    point.add(millis / 1000.0).add(QueryValue.format(value));
  }

  private static void error(HttpServerRequest request, int code, String type, String message) {
    send(
        request,
        code,
        JsonNodeFactory.instance
            .objectNode()
            .put("status", "error")
            .put("errorType", type)
            .put("error", message));
  }

  private static void send(HttpServerRequest request, int code, ObjectNode body) {
    request
        .response()
        .setStatusCode(code)
        .putHeader("Content-Type", "application/json")
        .end(body.toString());
  }

  private static String either(String first, String second) {
    return first == null ? second : first;
  }
}

package io.jenkins.plugins.austa.bench.rollout;

import io.jenkins.plugins.austa.bench.Figures;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether users lose anything while versions come and go. */
@Command(
    name = "switch",
    description =
        "Rollouts and reverts under constant load: requests that failed, WebSockets that broke.")
public final class SwitchBench implements Callable<Integer> {
  private static final int LEAST_PER_SECOND = 1000;

  @Option(
      names = "--rounds",
      defaultValue = "20",
      description = "Versions rolled out, and as many taken back (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--rate",
      defaultValue = "1100",
      description = "Requests a second (default ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--requests",
      defaultValue = "200000",
      description = "Requests at least (default ${DEFAULT-VALUE}).")
  private long requests;

  @Option(
      names = "--web-sockets",
      defaultValue = "50",
      description = "WebSockets open at a time (default ${DEFAULT-VALUE}).")
  private int webSockets;

  @Override
  public Integer call() throws InterruptedException {
    SwitchRun.Report report = new SwitchRun(rounds, rate, webSockets, requests).run(cluster -> {});
    Figures figures = figures(report);
    report.traffic().reasons().forEach(reason -> System.err.println("bench: failed: " + reason));
    figures.print(System.out);
    return figures.withinLimits() ? 0 : 1;
  }

  private Figures figures(SwitchRun.Report report) {
    return new Figures()
        .atLeast(requests, "requests", report.traffic().sent(), "sent over kept connections")
        .atMost(0, "failed", report.traffic().failed(), "not 2xx, broken off, or too late")
        .atLeast(LEAST_PER_SECOND, "perSecond", report.perSecond(), "requests a second")
        .atLeast(1, "webSockets", report.webSockets(), "open at a time")
        .atMost(0, "webSocketsBroken", report.webSocketsBroken(), "closed without a word, or deaf")
        .add("webSocketsMoved", report.traffic().webSockets().goingAway(), "told to reconnect")
        .add("messages", report.traffic().webSockets().messages(), "came back on WebSockets")
        .atLeast(rounds, "switches", report.switches(), "versions that kept the traffic")
        .atLeast(rounds, "reverts", report.reverts(), "versions that lost it again")
        .add("p99Millis", report.traffic().p99().toMillis(), "latency from when one was due")
        .add("slowestMillis", report.traffic().slowest().toMillis(), "latency of the slowest");
  }
}

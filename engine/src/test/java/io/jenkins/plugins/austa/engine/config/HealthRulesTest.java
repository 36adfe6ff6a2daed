package io.jenkins.plugins.austa.engine.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.Test;

public class HealthRulesTest {

  @Test
  public void readsChecksOfEveryKind() throws Exception {
    EnvironmentConfig production =
        ConfigReader.read(
                "austa.yaml",
                """
                services: {backend: {}}
                environments:
                  production:
                    health:
                      http:
                        - {service: backend, path: /ready, json: {/status: up}, latency: 300ms}
                      webSockets: [{service: backend, path: /ws}]
                    verify:
                      metrics:
                        - {name: p95, query: 'q{colour="{{colour}}"}', limit: 0.5, overBaseline: 1.5}
                """)
            .environments()
            .get("production");
    EnvironmentConfig.HttpCheck http = production.health().http().get(0);
    assertEquals(Duration.ofMillis(300), http.latency());
    assertEquals(95, (int) http.percentile());
    assertEquals(200, (int) http.status());
    assertEquals("/ws", production.health().webSockets().get(0).path());
    assertEquals(Double.valueOf(1.5), production.verify().metrics().get(0).overBaseline());
  }

  @Test
  public void everyMistakeIsNamedWithItsLine() {
    InvalidConfigException wrong =
        assertThrows(
            InvalidConfigException.class,
            () ->
                ConfigReader.read(
                    "austa.yaml",
                    """
                    services: {backend: {}}
                    environments:
                      production:
                        health:
                          http:
                            - service: backnd
                              path: /ready
                              body: '['
                              json: {status: up}
                          webSockets: [{service: frontend, path: /ws}]
                        verify:
                          metrics:
                            - {name: p95, query: 'q{{color}}'}
                    """));
    assertEquals(
        List.of(
            "6 environments.production.health.http[0].service",
            "8 environments.production.health.http[0].body",
            "9 environments.production.health.http[0].json",
            "10 environments.production.health.webSockets[0].service",
            "13 environments.production.verify.metrics[0]",
            "13 environments.production.verify.metrics[0].query"),
        wrong.problems().stream().map(each -> each.line() + " " + each.key()).toList());
  }
}

package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.Rule;
import org.junit.Test;

public class WatchTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void informerFollowsAddChangeAndDelete() throws Exception {
    try (SharedIndexInformer<ConfigMap> informer = inform()) {
      sandbox.client().resource(map("a", "1")).create();
      eventually("added", () -> value(informer, "a").equals("1"));
      sandbox.client().resource(map("a", "2")).update();
      eventually("changed", () -> value(informer, "a").equals("2"));
      sandbox.client().resource(map("a", "2")).delete();
      eventually("deleted", () -> value(informer, "a").isEmpty());
    }
  }

  @Test
  public void informerRecoversWhenItsWatchIsDropped() throws Exception {
    try (SharedIndexInformer<ConfigMap> informer = inform()) {
      sandbox.client().resource(map("a", "1")).create();
      sandbox.client().resource(map("b", "1")).create();
      eventually(
          "both are seen",
          () -> !value(informer, "a").isEmpty() && !value(informer, "b").isEmpty());
      sandbox.cluster().faults().dropWatches();
      sandbox.client().resource(map("a", "2")).update();
      sandbox.client().resource(map("b", "1")).delete();
      eventually(
          "what happened meanwhile is seen",
          () -> value(informer, "a").equals("2") && value(informer, "b").isEmpty());
    }
  }

  @Test
  public void chunkedWatchFromAVersionSeesWhatWasDeletedBeforeItOpened() throws Exception {
    ConfigMap first = sandbox.client().resource(map("a", "1")).create();
    sandbox.client().resource(map("a", "1")).delete();
    try (BufferedReader lines =
        watch("resourceVersion=" + first.getMetadata().getResourceVersion())) {
      String event = nextEvent(lines);
      assertTrue(event, event.startsWith("{\"type\":\"DELETED\""));
    }
  }

  @Test
  public void chunkedWatchWithoutVersionBeginsWithWhatThereIs() throws Exception {
    sandbox.client().resource(map("a", "1")).create();
    try (BufferedReader lines = watch("labelSelector=name%3Da")) {
      String present = nextEvent(lines);
      assertTrue(present, present.startsWith("{\"type\":\"ADDED\""));
      sandbox.client().resource(map("b", "1")).create();
      sandbox.client().resource(map("a", "2")).update();
      String next = nextEvent(lines);
      assertTrue(
          next, next.startsWith("{\"type\":\"MODIFIED\"") && next.contains("\"name\":\"a\""));
    }
  }

  @Test
  public void anObjectThatLeavesTheSelectionIsDeletedForItsWatchers() throws Exception {
    sandbox.client().resource(map("a", "1")).create();
    try (BufferedReader lines = watch("labelSelector=name%3Da")) {
      nextEvent(lines);
      ConfigMap relabelled = map("a", "1");
      relabelled.getMetadata().setLabels(java.util.Map.of("name", "other"));
      sandbox.client().resource(relabelled).update();
      assertTrue(nextEvent(lines).startsWith("{\"type\":\"DELETED\""));
    }
  }

  @Test
  public void watchEndsAfterItsTimeout() throws Exception {
    try (BufferedReader lines = watch("timeoutSeconds=1")) {
      assertEquals(0, lines.lines().filter(line -> line.startsWith("{")).count());
    }
  }

  private SharedIndexInformer<ConfigMap> inform() {
    return sandbox.client().configMaps().inNamespace("ns").inform();
  }

  private static String value(SharedIndexInformer<ConfigMap> informer, String name) {
    ConfigMap map = informer.getStore().getByKey("ns/" + name);
    return map == null ? "" : map.getData().get("k");
  }

  private BufferedReader watch(String query) throws Exception {
    HttpRequest request =
        sandbox.apiRequest("/api/v1/namespaces/ns/configmaps?watch=true&" + query).build();
    var answer = sandbox.apiClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertEquals(200, answer.statusCode());
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String nextEvent(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (line != null && line.isEmpty()) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  private static ConfigMap map(String name, String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("ns")
        .withName(name)
        .addToLabels("name", name)
        .endMetadata()
        .addToData("k", value)
        .build();
  }
}

package io.jenkins.plugins.austa.sandbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Lists in pieces, selectors and bookmarks. */
public class ListTest {
  private static final String MAPS = "/api/v1/namespaces/ns/configmaps";

  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Before
  public void fiveMaps() {
    for (String name : List.of("c", "a", "e", "b", "d")) {
      create(name);
    }
  }

  @Test
  public void listsAreInTheOrderOfTheNames() throws Exception {
    sandbox
        .client()
        .configMaps()
        .inNamespace("ns")
        .withName("a")
        .edit(
            map -> {
              map.getMetadata().setLabels(java.util.Map.of("touched", "last"));
              return map;
            });
    assertEquals(List.of("a", "b", "c", "d", "e"), names(list("")));
  }

  @Test
  public void piecesShowTheMomentOfTheFirst() throws Exception {
    JsonNode first = list("?limit=2");
    assertEquals(List.of("a", "b"), names(first));
    assertEquals(3, first.path("metadata").path("remainingItemCount").asInt());
    create("bb");
    sandbox.client().configMaps().inNamespace("ns").withName("e").delete();
    JsonNode second = list("?limit=2&continue=" + token(first));
    assertEquals(List.of("c", "d"), names(second));
    assertEquals(
        first.path("metadata").path("resourceVersion"),
        second.path("metadata").path("resourceVersion"));
    JsonNode third = list("?limit=2&continue=" + token(second));
    assertEquals(List.of("e"), names(third));
    assertTrue(token(third).isEmpty());
    assertEquals(List.of("a", "b", "bb", "c", "d"), names(list("?limit=5")));
  }

  @Test
  public void aPieceOfAForgottenMomentIs410() throws Exception {
    JsonNode first = list("?limit=2");
    create("later");
    sandbox.cluster().faults().forgetHistory();
    HttpResponse<String> answer = sandbox.api(MAPS + "?limit=2&continue=" + token(first));
    assertEquals(410, answer.statusCode());
    assertTrue(answer.body(), answer.body().contains("\"reason\":\"Expired\""));
  }

  @Test
  public void theClientPutsPiecesTogether() {
    var options = new io.fabric8.kubernetes.api.model.ListOptionsBuilder().withLimit(2L).build();
    var page = sandbox.client().configMaps().inNamespace("ns").list(options);
    List<String> names = new ArrayList<>();
    page.getItems().forEach(map -> names.add(map.getMetadata().getName()));
    assertFalse(page.getMetadata().getContinue().isEmpty());
    options.setContinue(page.getMetadata().getContinue());
    sandbox
        .client()
        .configMaps()
        .inNamespace("ns")
        .list(options)
        .getItems()
        .forEach(map -> names.add(map.getMetadata().getName()));
    assertEquals(List.of("a", "b", "c", "d"), names);
  }

  @Test
  public void fieldsThatCannotBeSelectedByAreRefused() throws Exception {
    assertEquals(List.of("b"), names(list("?fieldSelector=metadata.name%3Db")));
    assertEquals(4, names(list("?fieldSelector=metadata.name%21%3Db")).size());
    HttpResponse<String> answer = sandbox.api(MAPS + "?fieldSelector=data.k%3Dv");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body(), answer.body().contains("field label not supported: data.k"));
    assertEquals(
        200,
        sandbox
            .api("/api/v1/pods?fieldSelector=spec.nodeName%3Dx,status.phase!%3DFailed")
            .statusCode());
    assertEquals(400, sandbox.api(MAPS + "?labelSelector=a%20b%20c").statusCode());
    assertEquals(400, sandbox.api(MAPS + "?limit=many").statusCode());
  }

  @Test
  public void bookmarksSayHowFarAWatchHasCome() throws Exception {
    try (BufferedReader lines = watch("allowWatchBookmarks=true&resourceVersion=" + version())) {
      String other = "/api/v1/namespaces/ns/secrets";
      assertEquals(200, sandbox.api(other).statusCode());
      sandbox
          .client()
          .resource(
              new io.fabric8.kubernetes.api.model.SecretBuilder()
                  .withNewMetadata()
                  .withNamespace("ns")
                  .withName("elsewhere")
                  .endMetadata()
                  .build())
          .create();
      JsonNode bookmark = next(lines);
      while (bookmark.path("object").path("metadata").path("resourceVersion").asLong()
          < Long.parseLong(version())) {
        bookmark = next(lines);
      }
      assertEquals("BOOKMARK", bookmark.path("type").asText());
      assertEquals("ConfigMap", bookmark.path("object").path("kind").asText());
    }
  }

  @Test
  public void aWatchThatBeginsWithWhatThereIsSaysWhenThatIsAll() throws Exception {
    try (BufferedReader lines = watch("allowWatchBookmarks=true&sendInitialEvents=true")) {
      for (int i = 0; i < 5; i++) {
        assertEquals("ADDED", next(lines).path("type").asText());
      }
      JsonNode end = next(lines);
      assertEquals("BOOKMARK", end.path("type").asText());
      assertEquals(
          "true",
          end.path("object")
              .path("metadata")
              .path("annotations")
              .path("k8s.io/initial-events-end")
              .asText());
    }
  }

  private String version() throws Exception {
    return list("").path("metadata").path("resourceVersion").asText();
  }

  private JsonNode list(String query) throws Exception {
    return new ObjectMapper().readTree(sandbox.api(MAPS + query).body());
  }

  private static String token(JsonNode list) {
    return list.path("metadata").path("continue").asText();
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.path("items").forEach(item -> names.add(item.path("metadata").path("name").asText()));
    return names;
  }

  private BufferedReader watch(String query) throws Exception {
    var request = sandbox.apiRequest(MAPS + "?watch=true&" + query).build();
    var answer = sandbox.apiClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static JsonNode next(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (line != null && line.isEmpty()) {
      line = lines.readLine();
    }
    return new ObjectMapper().readTree(String.valueOf(line));
  }

  private void create(String name) {
    sandbox
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("ns")
                .withName(name)
                .endMetadata()
                .build())
        .create();
  }
}

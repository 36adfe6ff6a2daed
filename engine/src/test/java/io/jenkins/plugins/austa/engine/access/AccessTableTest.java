package io.jenkins.plugins.austa.engine.access;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;

/** The table of rights in the docs says what the product needs, and nothing else. */
public class AccessTableTest {
  private static final Path DOC = Path.of("..", "docs", "rollout.md");
  private static final String BEGIN =
      "<!-- rights: made from engine.access; run AccessTableTest with -DargLine=-Dausta.docs=write"
          + " to renew -->\n";
  private static final String END = "<!-- end of rights -->";

  @Test
  public void theTableInTheDocsIsTheOneTheNeedsGive() throws Exception {
    String doc = Files.readString(DOC);
    int from = doc.indexOf(BEGIN) + BEGIN.length();
    int to = doc.indexOf(END);
    if ("write".equals(System.getProperty("austa.docs"))) {
      Files.writeString(DOC, doc.substring(0, from) + table() + doc.substring(to));
      return;
    }
    assertEquals(table(), doc.substring(from, to));
  }

  private static String table() {
    Map<String, List<AccessNeed>> ways = new LinkedHashMap<>();
    for (RouterKind router : RouterKind.values()) {
      ways.put(
          "blue-green, `" + router.name().toLowerCase(Locale.ROOT) + "`",
          AccessNeeds.blueGreen(router));
    }
    ways.put("rolling", AccessNeeds.rolling());
    StringBuilder table = new StringBuilder("| way | type | verbs | why |\n|---|---|---|---|\n");
    List<AccessNeed> everywhere =
        ways.values().iterator().next().stream()
            .filter(need -> ways.values().stream().allMatch(needs -> needs.contains(need)))
            .toList();
    everywhere.forEach(need -> table.append(row("all", need)));
    ways.forEach(
        (way, needs) ->
            needs.stream()
                .filter(need -> !everywhere.contains(need))
                .forEach(need -> table.append(row(way, need))));
    return table.toString();
  }

  private static String row(String way, AccessNeed need) {
    return "| %s | `%s` | %s | %s%s%s |\n"
        .formatted(
            way,
            need.type(),
            String.join(", ", need.verbs()),
            need.reason(),
            need.clusterWide() ? " (by a ClusterRole)" : "",
            need.wished() ? " (it works without)" : "");
  }
}

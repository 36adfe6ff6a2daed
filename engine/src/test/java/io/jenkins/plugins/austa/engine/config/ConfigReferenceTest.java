package io.jenkins.plugins.austa.engine.config;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

public class ConfigReferenceTest {
  private static final Path DOC = Path.of("..", "docs", "configuration.md");
  private static final String BEGIN =
      "<!-- reference: made from the records; run the test with -DargLine=-Dausta.docs=write to renew -->\n";
  private static final String END = "<!-- end of reference -->";

  @Test
  public void theReferenceInTheDocsIsTheOneTheRecordsGive() throws Exception {
    String doc = Files.readString(DOC);
    int from = doc.indexOf(BEGIN) + BEGIN.length();
    int to = doc.indexOf(END);
    if ("write".equals(System.getProperty("austa.docs"))) {
      Files.writeString(
          DOC, doc.substring(0, from) + ConfigReference.markdown() + doc.substring(to));
      return;
    }
    assertEquals(ConfigReference.markdown(), doc.substring(from, to));
  }
}

package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.Test;

public class AppliedObjectTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  public void whatOthersHaveSetStaysAndWhatIsAskedForIsSet() throws Exception {
    assertApplied(
        "{'a':1,'b':2,'default':true}",
        "{'a':1,'b':3}",
        "{'a':1,'b':2}",
        "{'a':1,'b':3,'default':true}");
  }

  @Test
  public void whatIsNoLongerAskedForGoes() throws Exception {
    assertApplied("{'a':1,'old':2}", "{'a':1}", "{'a':1,'old':2}", "{'a':1}");
  }

  @Test
  public void containersAreMatchedByName() throws Exception {
    assertApplied(
        "{'c':[{'name':'x','image':'1','pull':'Always'},{'name':'injected','image':'i'}]}",
        "{'c':[{'name':'x','image':'2'}]}",
        "{'c':[{'name':'x','image':'1'}]}",
        "{'c':[{'name':'x','image':'2','pull':'Always'},{'name':'injected','image':'i'}]}");
  }

  @Test
  public void aNamedItemThatTheFormerManifestHadGoes() throws Exception {
    assertApplied(
        "{'env':[{'name':'A'},{'name':'B'}]}",
        "{'env':[{'name':'A'}]}",
        "{'env':[{'name':'A'},{'name':'B'}]}",
        "{'env':[{'name':'A'}]}");
  }

  @Test
  public void otherListsAreReplaced() throws Exception {
    assertApplied("{'drop':['A','B']}", "{'drop':['ALL']}", "{}", "{'drop':['ALL']}");
  }

  @Test
  public void anObjectThatDoesNotExistIsAsAskedFor() throws Exception {
    JsonNode wanted = json("{'a':1}");

    assertEquals(
        wanted, AppliedObject.of(MissingNode.getInstance(), wanted, MissingNode.getInstance()));
  }

  private static void assertApplied(String live, String wanted, String former, String expected)
      throws Exception {
    assertEquals(json(expected), AppliedObject.of(json(live), json(wanted), json(former)));
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }
}

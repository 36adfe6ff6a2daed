package io.jenkins.plugins.austa.cli.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ConfirmationTest {
  private final List<String> questions = new ArrayList<>();

  @Test
  public void theEnvironmentsNameGoesOn() throws Exception {
    ask(" production ");

    assertEquals(
        List.of(
            "Going to deploy v2 to production in context prod.\nType \"production\" to go on: "),
        questions);
  }

  @Test
  public void anythingElseDoesNot() {
    for (String typed : new String[] {"yes", "", "Production", "staging", null}) {
      IOException refused = assertThrows(IOException.class, () -> ask(typed));
      assertEquals("That is not production. Nothing was touched.", refused.getMessage());
    }
  }

  @Test
  public void withoutATerminalTheOptionIsNamed() {
    UnfitInputException refused =
        assertThrows(
            UnfitInputException.class, () -> Confirmation.ask("production", "deploy v2", null));

    assertTrue(refused.getMessage(), refused.getMessage().endsWith("say --yes to go on without"));
  }

  private void ask(String typed) throws UnfitInputException, IOException {
    Confirmation.ask(
        "production",
        "deploy v2 to production in context prod",
        question -> {
          questions.add(question.replace(System.lineSeparator(), "\n"));
          return typed;
        });
  }
}

package io.jenkins.plugins.austa.plugin.forms;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import org.xml.sax.SAXException;

/** Each test tells every form that breaks its rule, not the first one only. */
public class FormsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static List<BoundForm> forms;

  @BeforeClass
  public static void findForms() throws InstantiationException {
    forms = BoundForm.all();
  }

  @Test
  public void findsEveryStepAndBothPartsOfTheGlobalConfiguration() throws IOException {
    Path steps = SOURCES.resolve((BoundForm.PLUGIN + "steps").replace('.', '/'));
    Set<String> expected =
        names(steps).stream()
            .filter(name -> name.matches("Austa\\w+Step\\.java"))
            .map(name -> name.replace(".java", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue("no step in " + steps, !expected.isEmpty());
    expected.add(AustaGlobalConfiguration.class.getSimpleName());
    expected.add(EnvironmentSite.class.getSimpleName());
    assertEquals(expected, forms.stream().map(BoundForm::name).collect(Collectors.toSet()));
  }

  @Test
  public void everyFieldHasItsHelp() {
    List<String> problems = new ArrayList<>();
    for (BoundForm form : forms) {
      for (String property : form.properties().keySet()) {
        helpProblem(form, "help-" + property + ".html").ifPresent(problems::add);
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  public void everyStepHasItsHelp() {
    List<String> problems =
        forms.stream()
            .filter(BoundForm::isStep)
            .flatMap(form -> helpProblem(form, "help.html").stream())
            .toList();
    assertEquals(List.of(), problems);
  }

  @Test
  public void everyFormEscapesByDefault() throws Exception {
    List<String> problems = new ArrayList<>();
    for (BoundForm form : forms) {
      if (!config(form).startsWith("<?jelly escape-by-default='true'?>\n")) {
        problems.add(form.name());
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  public void everyFormHasAControlForWhatPeopleWriteAndForNothingElse() throws Exception {
    for (BoundForm form : forms) {
      Set<String> written =
          form.properties().keySet().stream()
              .filter(form::isWritten)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(form.name(), written, config(form).fields());
    }
  }

  @Test
  public void noHelpIsLeftOverForAFieldThatDoesNotExist() throws IOException {
    List<String> problems = new ArrayList<>();
    for (BoundForm form : forms) {
      for (String name : names(form.folder())) {
        boolean known =
            form.properties().keySet().stream()
                .anyMatch(property -> name.equals("help-" + property + ".html"));
        if (name.startsWith("help-") && !known) {
          problems.add(form.folder().resolve(name).toString());
        }
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  public void noFolderIsLeftOverForAFormThatDoesNotExist() throws IOException {
    Set<Path> folders = forms.stream().map(BoundForm::folder).collect(Collectors.toSet());
    Path plugin = BoundForm.RESOURCES.resolve(BoundForm.PLUGIN.replace('.', '/'));
    try (Stream<Path> files = Files.walk(plugin)) {
      List<Path> problems =
          files
              .filter(file -> file.getFileName().toString().matches("config\\.jelly|help.*\\.html"))
              .filter(file -> !folders.contains(file.getParent()))
              .toList();
      assertEquals(List.of(), problems);
    }
  }

  private static MarkupFile config(BoundForm form) throws IOException, SAXException {
    return MarkupFile.read(form.folder().resolve("config.jelly"));
  }

  private static Optional<String> helpProblem(BoundForm form, String name) {
    String file = form.name() + "/" + name;
    try {
      MarkupFile help = MarkupFile.read(form.folder().resolve(name));
      if (!help.startsWith("<div>")) {
        return Optional.of(file + " does not start with <div>");
      }
      return help.isEmpty() ? Optional.of(file + " says nothing") : Optional.empty();
    } catch (IOException e) {
      return Optional.of(file + " is missing");
    } catch (SAXException e) {
      return Optional.of(file + " is not well-formed: " + e.getMessage());
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

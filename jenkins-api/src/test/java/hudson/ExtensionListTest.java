package hudson;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExtensionListTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private HostJenkins host;

  @Before
  public void open() {
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
  }

  @After
  public void close() {
    host.close();
  }

  @Test
  public void findsExtensionsHighestFirstAndMakesThemOnce() {
    ExtensionList<Colour> all = ExtensionList.lookup(Colour.class);
    assertEquals(List.of("green", "blue", "red"), all.stream().map(Colour::name).toList());
    assertSame(all, Jenkins.get().getExtensionList(Colour.class));
    assertSame(all.get(Green.class), ExtensionList.lookup(Green.class).get(0));
    assertSame(all.get(0), ExtensionList.lookupFirst(Colour.class));
  }

  @Test
  public void findsWhatMethodsAndFieldsGive() {
    assertNotNull(Red.MADE);
    assertTrue(ExtensionList.lookup(Colour.class).contains(Red.MADE));
  }

  @Test
  public void findsTheOnlyOneOrSaysHowMany() {
    assertNotNull(ExtensionList.lookupSingleton(Green.class));
    IllegalStateException several =
        assertThrows(
            IllegalStateException.class, () -> ExtensionList.lookupSingleton(Colour.class));
    assertTrue(several.getMessage(), several.getMessage().endsWith("but got 3"));
  }

  @Test
  public void findsDescriptorsNestedInWhatTheyDescribe() {
    Thing thing = new Thing();
    assertSame(Thing.DescriptorImpl.class, thing.getDescriptor().getClass());
    assertSame(Thing.class, thing.getDescriptor().clazz);
    assertSame(thing.getDescriptor(), Jenkins.get().getDescriptorByName(Thing.class.getName()));
    assertSame(thing.getDescriptor(), Jenkins.get().getDescriptorList(Thing.class).get(0));
    assertEquals(1, Jenkins.get().getDescriptorList(Thing.class).size());
    assertNull(Jenkins.get().getDescriptor(Undescribed.class));
    assertThrows(AssertionError.class, () -> new Undescribed().getDescriptor());
  }

  @Test
  public void findsGlobalConfigurationAndItsPage() {
    Settings settings = ExtensionList.lookupSingleton(Settings.class);
    assertSame(settings, settings.getDescriptor());
    assertTrue(GlobalConfiguration.all().contains(settings));
    assertSame(GlobalConfigurationCategory.Unclassified.class, settings.getCategory().getClass());
  }

  @Test
  public void findsNothingWithoutAHost() {
    host.close();
    assertNull(Jenkins.getInstanceOrNull());
    assertTrue(ExtensionList.lookup(Colour.class).isEmpty());
    assertThrows(IllegalStateException.class, Jenkins::get);
  }

  @Test
  public void refusesASecondHost() {
    assertThrows(
        IllegalStateException.class,
        () -> HostJenkins.install(folder.getRoot(), getClass().getClassLoader()));
  }

  @Test
  public void startsAfreshWithEachHost() {
    Colour before = ExtensionList.lookupFirst(Colour.class);
    host.close();
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
    assertTrue(before != ExtensionList.lookupFirst(Colour.class));
  }

  @Test
  public void takesExtensionsThatAreInNoIndex() {
    host.add(new ExtensionComponent<Colour>(() -> "violet", 5));
    assertEquals("violet", ExtensionList.lookupFirst(Colour.class).name());
  }

  public interface Colour extends ExtensionPoint {
    String name();
  }

  @Extension
  public static final class Blue implements Colour {
    @Override
    public String name() {
      return "blue";
    }
  }

  @Extension(ordinal = 2)
  public static final class Green implements Colour {
    @Override
    public String name() {
      return "green";
    }
  }

  public static final class Red {
    @Extension(ordinal = -1)
    public static final Colour MADE = () -> "red";

    private Red() {}
  }

  public static final class Thing implements Describable<Thing> {
    @Extension
    public static final class DescriptorImpl extends Descriptor<Thing> {}
  }

  public static final class Undescribed implements Describable<Undescribed> {}

  @Extension
  public static final class Settings extends GlobalConfiguration {}
}

package io.jenkins.plugins.austa.cli.host.bind;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import groovy.lang.GroovyShell;
import hudson.util.Secret;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

public class StepBindingTest {
  private final Coercion coercion =
      new Coercion(new Describables(Map.of("port", List.of(Port.class))));

  public static final class Port {
    private final int number;

    @DataBoundConstructor
    public Port(int number) {
      this.number = number;
    }
  }

  public static final class Sample {
    private final String name;
    private final long count;
    private double ratio;
    private TimeUnit unit;
    private List<String> hosts = List.of();
    private Map<String, Integer> limits = Map.of();
    private Port port;
    private Secret secret;
    @DataBoundSetter private boolean dry;

    @DataBoundConstructor
    public Sample(String name, long count) {
      this.name = name;
      this.count = count;
    }

    @DataBoundSetter
    public void setRatio(double ratio) {
      this.ratio = ratio;
    }

    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
      this.unit = unit;
    }

    @DataBoundSetter
    public void setHosts(List<String> hosts) {
      this.hosts = hosts;
    }

    @DataBoundSetter
    public void setLimits(Map<String, Integer> limits) {
      this.limits = limits;
    }

    @DataBoundSetter
    public void setPort(Port port) {
      this.port = port;
    }

    @DataBoundSetter
    public void setSecret(Secret secret) {
      this.secret = secret;
    }

    public void setNotBound(String value) {
      throw new AssertionError(value);
    }
  }

  private Sample bind(String groovyMap) throws Exception {
    @SuppressWarnings("unchecked")
    Map<String, Object> arguments = (Map<String, Object>) new GroovyShell().evaluate(groovyMap);
    return (Sample) BoundModel.of(Sample.class).create("sample", arguments, coercion);
  }

  private String refused(String groovyMap) {
    return assertThrows(BindingException.class, () -> bind(groovyMap)).getMessage();
  }

  @Test
  public void convertsWhatGroovyGives() throws Exception {
    Sample sample =
        bind(
            "def x = 1\n[name: \"n$x\", count: 5, ratio: 2, unit: 'HOURS', dry: true,"
                + " hosts: [\"h$x\", 'i'], limits: [a: 3L], secret: 's']");
    assertEquals("n1", sample.name);
    assertEquals(5L, sample.count);
    assertEquals(2.0, sample.ratio, 0);
    assertEquals(TimeUnit.HOURS, sample.unit);
    assertEquals(List.of("h1", "i"), sample.hosts);
    assertEquals(Map.of("a", 3), sample.limits);
    assertEquals("s", sample.secret.getPlainText());
    assertTrue(sample.dry);
  }

  @Test
  public void createsNestedObjectsByClassOrSymbol() throws Exception {
    assertEquals(80, bind("[name: 'n', port: [$class: 'Port', number: 80]]").port.number);
    Map<String, Object> bySymbol =
        Map.of("name", "n", "port", new SymbolCall("port", Map.of("", 81)));
    Object created = BoundModel.of(Sample.class).create("sample", bySymbol, coercion);
    assertEquals(81, ((Sample) created).port.number);
  }

  @Test
  public void missingArgumentsAreNullOrZero() throws Exception {
    Sample sample = bind("[:]");
    assertEquals(null, sample.name);
    assertEquals(0, sample.count);
  }

  @Test
  public void refusesWhatDoesNotFitAndNamesIt() {
    assertEquals(
        "sample has no parameter 'hots' - did you mean 'hosts'?; it takes count, dry, hosts,"
            + " limits, name, port, ratio, secret, unit",
        refused("[hots: 1]"));
    assertTrue(refused("[notBound: 'x']").startsWith("sample has no parameter 'notBound'"));
    assertEquals(
        "sample, parameter 'count' wants long, which cannot hold 1.5", refused("[count: 1.5]"));
    assertEquals(
        "sample, parameter 'hosts'[1] wants String, not Integer (2)", refused("[hosts: ['a', 2]]"));
    assertEquals(
        "sample, parameter 'dry' wants boolean, not String (yes)", refused("[dry: 'yes']"));
    assertEquals(
        "sample, parameter 'port': no class 'Prot' fits here - did you mean 'Port'?",
        refused("[port: [$class: 'Prot']]"));
  }
}

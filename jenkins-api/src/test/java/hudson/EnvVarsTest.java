package hudson;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;

public class EnvVarsTest {
  private final EnvVars env = new EnvVars("PATH", "/bin", "HOME", "/root");

  @Test
  public void comparesNamesWithoutRegardToCase() {
    assertEquals("/bin", env.get("path"));
  }

  @Test
  public void prependsByPlus() {
    env.setPlatform(Platform.UNIX);
    env.override("PATH+NODE", "/opt/node/bin");
    assertEquals("/opt/node/bin:/bin", env.get("PATH"));
    env.override("NEW+X", "/x");
    assertEquals("/x", env.get("NEW"));
    env.setPlatform(Platform.WINDOWS);
    env.override("NEW+Y", "/y");
    assertEquals("/y;/x", env.get("NEW"));
  }

  @Test
  public void removesByEmptyOverride() {
    env.override("HOME", "");
    env.override("PATH", null);
    assertFalse(env.containsKey("HOME") || env.containsKey("PATH"));
  }

  @Test
  public void expandsKnownNamesAlone() {
    assertEquals("/root/a $X ${Y} $", env.expand("$HOME/a $X ${Y} $$"));
  }

  @Test
  public void expandsOverridesInTheOrderTheyNeed() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("PATH+A", "${TOOL}/bin");
    all.put("TOOL", "$BASE/tool");
    all.put("BASE", "$HOME/base");
    all.put("HOME", "$HOME/u");
    env.setPlatform(Platform.UNIX);
    env.overrideExpandingAll(all);
    assertEquals("/root/u", env.get("HOME"));
    assertEquals("/root/u/base/tool", env.get("TOOL"));
    assertEquals("/root/u/base/tool/bin:/bin", env.get("PATH"));
  }

  @Test
  public void endsWhereOverridesGoInACircle() {
    env.overrideExpandingAll(Map.of("A", "a$B", "B", "b$A"));
    assertEquals(2, env.keySet().stream().filter(key -> key.length() == 1).count());
  }

  @Test
  public void refusesNull() {
    assertThrows(IllegalArgumentException.class, () -> env.put("X", null));
    assertThrows(IllegalArgumentException.class, () -> new EnvVars("X"));
  }
}

package io.jenkins.plugins.austa.engine.gate;

import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.config.SecurityConfig;
import io.jenkins.plugins.austa.engine.gate.GateVerdict.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The policy that holds for a run: that of the target branch where this is protected, so that no
 * change can suppress what it brings.
 *
 * @param security what holds
 * @param notes which it is, when it is not the change's own
 * @param broken why nobody knows which policy holds; empty when somebody does
 */
public record EffectivePolicy(SecurityConfig security, List<String> notes, List<Reason> broken) {
  public EffectivePolicy {
    notes = List.copyOf(notes);
    broken = List.copyOf(broken);
  }

  /** The policy of a run that is no change to another branch. */
  public static EffectivePolicy own(SecurityConfig security) {
    return new EffectivePolicy(security, List.of(), List.of());
  }

  /**
   * The policy of a change.
   *
   * @param own what the change's own configuration says
   * @param target the branch that it goes to
   * @param file that branch's configuration; not there when it could not be read
   * @param exitCode of the command that read it; null when nobody knows
   */
  public static EffectivePolicy ofChange(
      SecurityConfig own, String target, Path file, Integer exitCode) {
    String name = "the policy of " + target;
    if (exitCode == null || exitCode != 0 || !Files.isRegularFile(file)) {
      return unreadable(own, name);
    }
    try {
      SecurityConfig theirs = ConfigReader.read(target, Files.readString(file)).security();
      return theirs.protectPolicy() ? protectedBy(theirs, own, name) : own(own);
    } catch (InvalidConfigException e) {
      Reason reason = new Reason(name + " has mistakes", "Mend them there: " + e.getMessage());
      return new EffectivePolicy(own, List.of(), List.of(reason));
    } catch (IOException e) {
      return unreadable(own, name);
    }
  }

  /** A change that leaves a scanner out would not have its findings judged either. */
  private static EffectivePolicy protectedBy(
      SecurityConfig theirs, SecurityConfig own, String name) {
    List<SecurityConfig.Scanner> leftOut = new ArrayList<>(theirs.scanners());
    leftOut.removeAll(own.scanners());
    List<Reason> broken =
        leftOut.isEmpty()
            ? List.of()
            : List.of(
                new Reason(
                    name + " wants scanners that this change leaves out: " + leftOut,
                    "Put them back under security.scanners, or take them out there first"));
    return new EffectivePolicy(theirs, List.of(name + " holds, because it is protected"), broken);
  }

  private static EffectivePolicy unreadable(SecurityConfig own, String name) {
    String what = name + " could not be read";
    return own.protectPolicy()
        ? new EffectivePolicy(
            own,
            List.of(),
            List.of(
                new Reason(
                    what + ", and it is protected",
                    "Let the checkout bring that branch, or the agent fetch it")))
        : new EffectivePolicy(own, List.of(what + "; this change's own holds"), List.of());
  }
}

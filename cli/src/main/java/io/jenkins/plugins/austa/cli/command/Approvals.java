package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.host.ApprovalPolicy;
import io.jenkins.plugins.austa.cli.host.ApprovalPolicy.Decision;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code --approve ENV=yes|no|ask}. */
final class Approvals {

  private Approvals() {}

  static ApprovalPolicy read(Map<String, String> given, String approver) throws WrongUseException {
    Map<String, Decision> decisions = new TreeMap<>();
    for (Map.Entry<String, String> entry : given.entrySet()) {
      decisions.put(entry.getKey(), decision(entry.getKey(), entry.getValue()));
    }
    return new ApprovalPolicy(decisions, approver);
  }

  private static Decision decision(String environment, String word) throws WrongUseException {
    try {
      return Decision.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new WrongUseException(
          "--approve " + environment + "=" + word + ": allowed are yes, no and ask");
    }
  }
}

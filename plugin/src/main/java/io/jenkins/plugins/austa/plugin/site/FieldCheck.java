package io.jenkins.plugins.austa.plugin.site;

import hudson.Util;
import hudson.util.FormValidation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;

/** What can be said of a field's text alone. An empty text is well unless the field is required. */
final class FieldCheck {
  /** As in {@code austa.yaml}; short, because it becomes a part of longer names. */
  private static final Pattern ENVIRONMENT = Pattern.compile("[a-z]([a-z0-9-]{0,18}[a-z0-9])?");

  /** A label of RFC 1123, as Kubernetes asks for. */
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1|localhost|\\[::1]");

  private FieldCheck() {}

  /** The check for those who may configure Jenkins; others are told nothing. */
  static FormValidation ifAllowed(Supplier<FormValidation> check) {
    return Jenkins.get().hasPermission(Jenkins.ADMINISTER) ? check.get() : FormValidation.ok();
  }

  static FormValidation environment(String value) {
    String name = Util.fixEmptyAndTrim(value);
    if (name == null) {
      return FormValidation.error("Name the environment as in austa.yaml, for example production.");
    }
    return ENVIRONMENT.matcher(name).matches()
        ? FormValidation.ok()
        : FormValidation.error(
            "No environment can have this name. Use lower-case letters, digits and hyphens,"
                + " beginning with a letter, at most 20 characters.");
  }

  static FormValidation namespace(String value) {
    String name = Util.fixEmptyAndTrim(value);
    return name == null || NAMESPACE.matcher(name).matches()
        ? FormValidation.ok()
        : FormValidation.error(
            "No Kubernetes namespace can have this name. Use lower-case letters, digits and hyphens,"
                + " a letter or digit at both ends, at most 63 characters.");
  }

  static FormValidation webAddress(String value) {
    String text = Util.fixEmptyAndTrim(value);
    return text == null || address(text).isPresent()
        ? FormValidation.ok()
        : FormValidation.error(
            "This is no address of a web server. Write it with http:// or https:// and without a"
                + " user's name, for example https://cockpit.example.org.");
  }

  static FormValidation slackApi(String value) {
    String text = Util.fixEmptyAndTrim(value);
    if (text == null) {
      return FormValidation.ok();
    }
    Optional<URI> address = address(text);
    if (address.isEmpty() || !text.endsWith("/")) {
      return FormValidation.error(
          "Write the base address with a slash at its end, for example"
              + " https://slack-proxy.example.org/api/.");
    }
    boolean safe =
        address.get().getScheme().equals("https")
            || LOOPBACK.matcher(address.get().getHost()).matches();
    return safe
        ? FormValidation.ok()
        : FormValidation.error("A token goes to this address. Use https://.");
  }

  /** An HTTP address with a host and without a user's name; empty when the text is none. */
  private static Optional<URI> address(String text) {
    try {
      URI address = new URI(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null && address.getRawUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

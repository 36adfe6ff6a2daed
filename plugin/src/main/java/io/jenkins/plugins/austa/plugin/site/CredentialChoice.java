package io.jenkins.plugins.austa.plugin.site;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Util;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

/**
 * The credentials of one type that the administrator can name for all jobs. Those of system scope
 * are none of them: no job can use these.
 *
 * @param <C> the type
 */
final class CredentialChoice<C extends StandardCredentials> {
  private static final CredentialsMatcher FOR_JOBS =
      CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM));

  private final Class<C> type;

  private CredentialChoice(Class<C> type) {
    this.type = type;
  }

  static <C extends StandardCredentials> CredentialChoice<C> of(Class<C> type) {
    return new CredentialChoice<>(type);
  }

  /**
   * The options of a drop-down list; nothing but the current one for those who may not configure
   * Jenkins.
   */
  ListBoxModel list(String current) {
    StandardListBoxModel options = new StandardListBoxModel();
    if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
      options
          .includeEmptyValue()
          .includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), type, List.of(), FOR_JOBS);
      options.forEach(CredentialChoice::addId);
    }
    return options.includeCurrentValue(Util.fixNull(current));
  }

  /** The credential of this id that all jobs may use. */
  Optional<C> find(String id) {
    return global(type, CredentialsMatchers.allOf(CredentialsMatchers.withId(id), FOR_JOBS));
  }

  /** Whether jobs find this credential; an empty id is well. */
  FormValidation check(String value) {
    String id = Util.fixEmptyAndTrim(value);
    if (id == null) {
      return FormValidation.ok();
    }
    // A folder may have one of this id, so its absence here need not be wrong.
    return misfit(id)
        .map(FormValidation::error)
        .or(() -> missing(id).map(FormValidation::warning))
        .orElseGet(FormValidation::ok);
  }

  /** Why no job can use what has this id; empty when it can, or when nothing has it. */
  Optional<String> misfit(String id) {
    CredentialsMatcher same = CredentialsMatchers.withId(id);
    if (find(id).isPresent()) {
      return Optional.empty();
    }
    if (global(type, same).isPresent()) {
      return Optional.of(
          "Jobs cannot use the credential \"" + id + "\": its scope is System. Make it Global.");
    }
    return global(IdCredentials.class, same)
        .map(other -> "The credential \"" + id + "\" is no " + kind() + ".");
  }

  private Optional<String> missing(String id) {
    return find(id).isPresent()
        ? Optional.empty()
        : Optional.of(
            "There is no "
                + kind()
                + " \""
                + id
                + "\" for all jobs. Only jobs in a folder that has one find it.");
  }

  /** What Jenkins calls the type. */
  String kind() {
    return type == FileCredentials.class ? "secret file" : "secret text";
  }

  /** Files of one name are told apart by their ids: production is not to be taken for staging. */
  private static void addId(ListBoxModel.Option option) {
    if (!option.value.isEmpty()) {
      option.name += " – " + option.value;
    }
  }

  private static <T extends IdCredentials> Optional<T> global(
      Class<T> type, CredentialsMatcher matcher) {
    List<T> all =
        CredentialsProvider.lookupCredentialsInItemGroup(
            type, Jenkins.get(), ACL.SYSTEM2, List.of());
    return Optional.ofNullable(CredentialsMatchers.firstOrNull(all, matcher));
  }
}

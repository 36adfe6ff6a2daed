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
    if (id == null || find(id).isPresent()) {
      return FormValidation.ok();
    }
    CredentialsMatcher same = CredentialsMatchers.withId(id);
    if (global(type, same).isPresent()) {
      return FormValidation.error(
          "Jobs cannot use the credential \"%s\": its scope is System. Make it Global.", id);
    }
    if (global(IdCredentials.class, same).isPresent()) {
      return FormValidation.error("The credential \"%s\" is no %s.", id, kind());
    }
    return FormValidation.warning(
        "There is no %s \"%s\" for all jobs. Only jobs in a folder that has one find it.",
        kind(), id);
  }

  /** What Jenkins calls the type. */
  String kind() {
    return type == FileCredentials.class ? "secret file" : "secret text";
  }

  private static <T extends IdCredentials> Optional<T> global(
      Class<T> type, CredentialsMatcher matcher) {
    List<T> all =
        CredentialsProvider.lookupCredentialsInItemGroup(
            type, Jenkins.get(), ACL.SYSTEM2, List.of());
    return Optional.ofNullable(CredentialsMatchers.firstOrNull(all, matcher));
  }
}

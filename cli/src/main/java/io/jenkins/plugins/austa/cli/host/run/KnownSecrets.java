package io.jenkins.plugins.austa.cli.host.run;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.common.PasswordCredentials;
import io.jenkins.plugins.austa.cli.host.flow.SecretMasker;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Finds the secrets that the host keeps; none of them may appear in a log, bound or not. */
final class KnownSecrets {
  private KnownSecrets() {}

  static void mask(SecretMasker masker) {
    for (Credentials credentials : InstalledHost.get().credentials()) {
      if (credentials instanceof StringCredentials text) {
        masker.add(text.getSecret().getPlainText());
      }
      if (credentials instanceof PasswordCredentials password) {
        masker.add(password.getPassword().getPlainText());
      }
    }
  }
}

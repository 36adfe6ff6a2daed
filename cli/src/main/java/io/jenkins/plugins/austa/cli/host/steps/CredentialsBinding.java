package io.jenkins.plugins.austa.cli.host.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jenkinsci.plugins.credentialsbinding.impl.CredentialNotFoundException;

/** One entry of {@code withCredentials}: which credentials go into which variables. */
public abstract class CredentialsBinding {
  private final String credentialsId;

  CredentialsBinding(String credentialsId) {
    this.credentialsId = credentialsId;
  }

  /**
   * Looks the credentials up.
   *
   * @param folder for files that a variable leads to; belongs to this step alone
   * @return values by variable
   */
  abstract Map<String, String> bind(Run<?, ?> run, Path folder) throws IOException;

  /** Returns the credentials of the wanted type and notes that the run used them. */
  final <C extends IdCredentials> C find(Class<C> type, Run<?, ?> run)
      throws CredentialNotFoundException {
    C found = CredentialsProvider.findCredentialById(credentialsId, type, run);
    if (found != null) {
      return CredentialsProvider.track(run, found);
    }
    boolean other =
        CredentialsProvider.findCredentialById(credentialsId, StandardCredentials.class, run)
            != null;
    throw new CredentialNotFoundException(
        other
            ? "Credentials '" + credentialsId + "' is not of type '" + type.getSimpleName() + "'"
            : "Could not find credentials entry with ID '" + credentialsId + "'");
  }
}

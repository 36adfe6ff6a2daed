package io.jenkins.plugins.austa.plugin.site;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.Secret;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.Identity;
import java.io.File;
import java.nio.charset.StandardCharsets;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A controller with an administrator, somebody who may only read, and a few credentials. */
final class AsUser extends ExternalResource {
  static final String ADMIN = "admin";
  static final String READER = "reader";

  private final TemporaryFolder folder = new TemporaryFolder();
  private HostJenkins host;

  @Override
  protected void before() throws Throwable {
    folder.create();
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
    host.permit(
        (who, what) ->
            what.equals(who.getName().equals(ADMIN) ? Jenkins.ADMINISTER : Jenkins.READ));
  }

  @Override
  protected void after() {
    host.close();
    folder.delete();
  }

  /** Acts as somebody until closed. */
  static ACLContext as(String user) {
    return ACL.as2(new Identity(user));
  }

  HostJenkins host() {
    return host;
  }

  File home() {
    return folder.getRoot();
  }

  void secretFile(String id, String content) {
    secretFile(CredentialsScope.GLOBAL, id, content);
  }

  void secretFile(CredentialsScope scope, String id, String content) {
    host.add(
        new FileCredentialsImpl(
            scope,
            id,
            "",
            "kubeconfig",
            SecretBytes.fromRawBytes(content.getBytes(StandardCharsets.UTF_8))));
  }

  void secretText(String id, String content) {
    host.add(
        new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString(content)));
  }
}

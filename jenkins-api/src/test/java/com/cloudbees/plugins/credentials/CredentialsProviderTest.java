package com.cloudbees.plugins.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import io.jenkins.plugins.austa.jenkinsapi.CredentialsUse;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.HostJob;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import io.jenkins.plugins.austa.jenkinsapi.Identity;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CredentialsProviderTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private HostJenkins host;
  private HostRun run;

  @Before
  public void open() throws Exception {
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
    host.add(
            new StringCredentialsImpl(
                CredentialsScope.GLOBAL, "slack", "Slack", Secret.fromString("xoxb")))
        .add(
            new StringCredentialsImpl(
                CredentialsScope.SYSTEM, "system", "", Secret.fromString("s")))
        .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "registry", "", "u", "p"))
        .add(
            new FileCredentialsImpl(
                CredentialsScope.GLOBAL,
                "kube",
                "",
                "config",
                SecretBytes.fromRawBytes("yaml".getBytes(UTF_8))));
    run = new HostJob("cockpit").newRun();
  }

  @After
  public void close() {
    host.close();
  }

  @Test
  public void findsByIdAndType() throws Exception {
    assertEquals(
        "xoxb",
        CredentialsProvider.findCredentialById(" slack ", StringCredentials.class, run)
            .getSecret()
            .getPlainText());
    assertEquals(
        "p",
        CredentialsProvider.findCredentialById(
                "registry", StandardUsernamePasswordCredentials.class, run, List.of())
            .getPassword()
            .getPlainText());
    FileCredentials kube =
        CredentialsProvider.findCredentialById("kube", FileCredentials.class, run);
    assertEquals("yaml", new String(kube.getContent().readAllBytes(), UTF_8));
    assertNull(CredentialsProvider.findCredentialById("slack", FileCredentials.class, run));
    assertNull(CredentialsProvider.findCredentialById("absent", StringCredentials.class, run));
  }

  @Test
  public void keepsTheSystemsOwnFromBuilds() {
    assertNull(CredentialsProvider.findCredentialById("system", StringCredentials.class, run));
    assertEquals(
        2,
        CredentialsProvider.lookupCredentialsInItemGroup(
                StringCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of())
            .size());
    assertEquals(
        List.of(),
        CredentialsProvider.lookupCredentialsInItemGroup(
            StringCredentials.class, Jenkins.get(), new Identity("ana"), List.of()));
  }

  @Test
  public void tracksUses() {
    StringCredentials slack =
        CredentialsProvider.track(
            run, CredentialsProvider.findCredentialById("slack", StringCredentials.class, run));
    assertEquals(List.of(new CredentialsUse(run, slack)), host.uses());
    assertNull(CredentialsProvider.track(run, null));
  }

  @Test
  public void offersAListToChooseFrom() {
    ListBoxModel options =
        new StandardListBoxModel()
            .includeEmptyValue()
            .includeMatchingAs(
                ACL.SYSTEM2,
                run.getParent(),
                StandardCredentials.class,
                List.of(),
                CredentialsMatchers.instanceOf(StringCredentials.class))
            .includeCurrentValue("gone")
            .includeCurrentValue("slack");
    assertEquals("[- none -=, - current -=gone, slack (Slack)=slack]", options.toString());
  }

  @Test
  public void knowsTheDescriptorsOfTheTypes() {
    StringCredentialsImpl any = new StringCredentialsImpl(null, null, null, Secret.fromString(""));
    assertNotNull(any.getId());
    assertSame(StringCredentialsImpl.class, any.getDescriptor().clazz);
  }
}

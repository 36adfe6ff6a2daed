package io.jenkins.plugins.austa.plugin.site;

import hudson.AbortException;
import io.jenkins.plugins.austa.engine.access.Kubeconfig;
import io.jenkins.plugins.austa.engine.access.KubeconfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

/** Opens a secret file as a kubeconfig. */
public final class KubeconfigCredential {
  private static final int LONGEST = 2 * 1024 * 1024;

  private KubeconfigCredential() {}

  /**
   * Reads the file.
   *
   * @throws AbortException when it is no kubeconfig that may be used here; neither the message nor
   *     a cause quotes the file
   */
  public static Kubeconfig read(FileCredentials credential) throws AbortException {
    try (InputStream content = credential.getContent()) {
      byte[] bytes = content.readNBytes(LONGEST);
      return Kubeconfig.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (KubeconfigException e) {
      throw new AbortException(
          "The credential \""
              + credential.getId()
              + "\" cannot be used as a kubeconfig. "
              + e.getMessage());
    } catch (IOException e) {
      // Left out on purpose: whatever could not be decrypted or read may be quoted.
      throw new AbortException(
          "The file of the credential \""
              + credential.getId()
              + "\" cannot be read. Upload it again.");
    }
  }
}

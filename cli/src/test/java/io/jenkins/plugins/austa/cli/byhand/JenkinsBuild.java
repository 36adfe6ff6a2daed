package io.jenkins.plugins.austa.cli.byhand;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;

/**
 * A build of the shop's pipeline with the plugin's own steps, on the same cluster.
 *
 * @param log all of its log
 */
record JenkinsBuild(Result result, String log) {
  private static final String KUBECONFIG = "kubeconfig-production";
  private static final String PREPARED =
      """
      node {
        checkout scm
        austaPlan()
        writeFile file: '.austa/images.json', text: '''{
          "frontend": {"containerimage.digest": "sha256:%1$s", "image.name": "%2$s/frontend:v9"},
          "backend": {"containerimage.digest": "sha256:%1$s", "image.name": "%2$s/backend:v9"}}'''
        austaImages()
      }
      austaApproval(environment: 'production', approver: 'colleague')
      node { austaPrepare(environment: 'production') }
      """;

  /** A build that has prepared a rollout, or could not, and then does more. */
  static JenkinsBuild preparing(Shop shop, Path home, String more) throws Exception {
    return run(shop, home, PREPARED.formatted("d".repeat(64), shop.images()) + more);
  }

  /** A build that has planned and then does more. */
  static JenkinsBuild planned(Shop shop, Path home, String more) throws Exception {
    return run(shop, home, "node { checkout scm; austaPlan() }\n" + more);
  }

  private static JenkinsBuild run(Shop shop, Path home, String script) throws Exception {
    Files.writeString(shop.repository().resolve("Jenkinsfile"), script);
    ClassLoader loader = JenkinsBuild.class.getClassLoader();
    try (HostJenkins jenkins = HostJenkins.install(home.resolve("jenkins").toFile(), loader)) {
      byte[] kubeconfig = shop.cluster().kubeconfig().getBytes(StandardCharsets.UTF_8);
      jenkins.add(
          new FileCredentialsImpl(
              CredentialsScope.GLOBAL,
              KUBECONFIG,
              "the cluster",
              "kubeconfig",
              SecretBytes.fromRawBytes(kubeconfig)));
      AustaGlobalConfiguration.get().setEnvironments(List.of(site(shop)));
      HostResult ended =
          PipelineHost.builder()
              .workspace(shop.repository())
              .library(new ClassPathLibrary(loader, "io/jenkins/plugins/austa/library"))
              .jobName("shop")
              .buildNumber(12)
              .change(new Change("main", "v9", "abc", "author"))
              .startedBy("starter")
              .home(home.resolve("build"))
              .build()
              .run();
      return new JenkinsBuild(ended.result(), Files.readString(ended.log()));
    }
  }

  private static EnvironmentSite site(Shop shop) {
    EnvironmentSite site = new EnvironmentSite("production", KUBECONFIG);
    site.setPublicUrl(shop.cluster().publicEntry().toString());
    site.setPrometheusUrl(shop.cluster().metrics().toString());
    return site;
  }
}

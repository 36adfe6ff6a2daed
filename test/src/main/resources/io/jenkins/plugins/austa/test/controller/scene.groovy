// Puts a scene behind the controller; "scene" is a map that the caller has put in front of this.
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SecretBytes
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import com.cloudbees.plugins.credentials.domains.Domain
import hudson.slaves.EnvironmentVariablesNodeProperty
import hudson.slaves.EnvironmentVariablesNodeProperty.Entry
import hudson.util.Secret
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite
import jenkins.model.Jenkins
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl

def store = SystemCredentialsProvider.instance.store
def put = { credential ->
    def old = store.getCredentials(Domain.global()).find { it.id == credential.id }
    old ? store.updateCredentials(Domain.global(), old, credential) : store.addCredentials(Domain.global(), credential)
}
def secret = { id, value -> put(new StringCredentialsImpl(CredentialsScope.GLOBAL, id, id, Secret.fromString(value))) }

secret('slack-token', 'sandbox-token-that-opens-nothing')
scene.sites.each { site ->
    def kubeconfig = SecretBytes.fromBytes(scene.kubeconfig.getBytes('UTF-8'))
    put(new FileCredentialsImpl(CredentialsScope.GLOBAL, 'kubeconfig-' + site.name, 'the sandbox cluster', 'kubeconfig', kubeconfig))
    if (site.database) { secret('database-' + site.name, site.database) }
}
def settings = AustaGlobalConfiguration.get()
settings.environments = scene.sites.collect { site ->
    def place = new EnvironmentSite(site.name, 'kubeconfig-' + site.name)
    place.publicUrl = site.publicUrl
    place.prometheusUrl = site.prometheusUrl
    place.databaseCredentialsId = 'database-' + site.name
    place
}
settings.slackUrl = scene.slackUrl
def variables = scene.environment.collect { name, value -> new Entry(name, value) }
variables << new Entry('PATH+AUSTA', scene.tools)
def properties = Jenkins.get().globalNodeProperties
properties.removeAll(EnvironmentVariablesNodeProperty)
properties.add(new EnvironmentVariablesNodeProperty(variables))
Jenkins.get().save()

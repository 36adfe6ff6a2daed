// Runs at each start of a controller under test. Passwords equal names: it listens on loopback only and is thrown away.
import hudson.model.Item
import hudson.model.UpdateCenter
import hudson.model.View
import hudson.plugins.git.GitSCM
import hudson.security.GlobalMatrixAuthorizationStrategy
import hudson.security.HudsonPrivateSecurityRealm
import hudson.security.csrf.DefaultCrumbIssuer
import jenkins.install.InstallState
import jenkins.model.Jenkins
import jenkins.model.JenkinsLocationConfiguration
import org.jenkinsci.plugins.matrixauth.PermissionEntry

def jenkins = Jenkins.get()
// Repositories lie on this machine, and nothing is asked of the Internet.
GitSCM.ALLOW_LOCAL_CHECKOUT = true
UpdateCenter.neverUpdate = true
JenkinsLocationConfiguration.get().url = "http://127.0.0.1:${System.getenv('PORT')}/"
if (!(jenkins.securityRealm instanceof HudsonPrivateSecurityRealm)) {
    def realm = new HudsonPrivateSecurityRealm(false, false, null)
    ['alice', 'bob', 'carol'].each { realm.createAccount(it, it) }
    jenkins.securityRealm = realm
    def strategy = new GlobalMatrixAuthorizationStrategy()
    strategy.add(Jenkins.ADMINISTER, PermissionEntry.user('alice'))
    [Jenkins.READ, View.READ, Item.READ, Item.BUILD].each { permission ->
        ['bob', 'carol'].each { strategy.add(permission, PermissionEntry.user(it)) }
    }
    jenkins.authorizationStrategy = strategy
    jenkins.crumbIssuer = new DefaultCrumbIssuer(false)
    jenkins.numExecutors = 8
    jenkins.installState = InstallState.INITIAL_SETUP_COMPLETED
    jenkins.save()
}

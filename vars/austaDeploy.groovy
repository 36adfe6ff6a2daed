/** Deploys to one environment; blue-green goes back by itself when anything fails. */
def call(target, agent) {
    stage(target.title) {
        // What is not prepared is not ours to take back: another build may hold the environment.
        boolean prepared = false
        try {
            austaAgents.on(agent) {
                def release = austaPrepare(environment: target.environment)
                prepared = true
                withCredentials([file(credentialsId: target.kubeconfigCredentialsId, variable: 'KUBECONFIG')]) {
                    austaAgents.inside(target.deployContainer) { sh(label: "Deploy ${release.name}", script: release.command) }
                }
            }
            austaCheck(environment: target.environment)
            if (target.blueGreen) { austaSwitch(environment: target.environment) }
        } catch (Throwable err) {
            if (prepared) { austaRevert(environment: target.environment, reason: err.message ?: err.toString()) }
            throw err
        }
        // Traffic is well now: that old pods could not be removed is no reason to move it.
        if (target.blueGreen) { austaRetire(environment: target.environment) }
    }
}

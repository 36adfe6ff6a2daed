/** Scans and judges; the findings are kept and shown whatever the verdict is. */
def call(kind, scans, plan) {
    def exitCodes = austaAgents.loggedIn(kind == 'images' ? plan.pullLogin : null) { austaScan(scans) }
    try {
        austaGate(scans: kind, exitCodes: exitCodes)
    } finally {
        archiveArtifacts(artifacts: '.austa/report/gate*', allowEmptyArchive: true)
        if (plan.codeScanning) { austaCodeScanning() }
    }
}

/** Scans in parallel and judges; the findings are kept and shown whatever the verdict is. */
def call(kind, scans, plan) {
    def exitCodes = [:]
    austaAgents.loggedIn(kind == 'images' ? plan.pullLogin : null) {
        parallel scans.collectEntries { scan -> [(scan.name): {
            austaAgents.inside(scan.container) {
                exitCodes[scan.report] = sh(label: scan.name, script: scan.command, returnStatus: true)
            }
        }] }
    }
    try {
        austaGate(scans: kind, exitCodes: exitCodes)
    } finally {
        if (plan.codeScanning) { austaCodeScanning() }
    }
}

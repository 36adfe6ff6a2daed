/** Scans in parallel; returns the exit code of each by its report, for the gate to judge. */
def call(scans) {
    def exitCodes = [:]
    parallel scans.collectEntries { scan -> [(scan.name): {
        austaAgents.inside(scan.container) {
            exitCodes[scan.report] = sh(label: scan.name, script: scan.command, returnStatus: true)
        }
    }] }
    return exitCodes
}

/** Services in parallel, each service's checks in parallel; what failed is shown where it failed, the rest is read at once. */
def call(plan) {
    def passed = [:]
    boolean well = false
    try {
        parallel plan.services.collectEntries { [(it.name): checkService(it, passed)] }
        well = true
    } finally {
        if (passed) { austaResult(exitCodes: passed, recordOnly: !well) }
        if (plan.junit) { junit(testResults: plan.junit, allowEmptyResults: true) }
    }
}

private def checkService(service, passed) {
    return { austaAgents.inside(service.container) {
        if (service.install) { sh(label: "Install ${service.name}", script: service.install) }
        parallel service.checks.collectEntries { check -> [(check.title): { runCheck(check, passed) }] }
    } }
}

private void runCheck(check, passed) {
    int code = sh(label: check.title, script: check.command, returnStatus: true)
    if (code) { austaResult(exitCodes: [(check.title): code]) } else { passed[check.title] = code }
}

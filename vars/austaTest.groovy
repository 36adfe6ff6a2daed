/** Services in parallel, each service's checks in parallel. */
def call(Map plan) {
    try {
        parallel plan.services.collectEntries { service -> [(service.name): { austaIn(service.container) { checkService(service) } }] }
    } finally {
        if (plan.junit) { junit(testResults: plan.junit, allowEmptyResults: true) }
    }
}

private void checkService(Map service) {
    if (service.install) {
        sh(label: "Install ${service.name}", script: service.install)
    }
    parallel service.checks.collectEntries { check -> [(check.title): { runCheck(check) }] }
}

private void runCheck(Map check) {
    int code = sh(label: check.title, script: check.command, returnStatus: true)
    austaResult(service: check.service, check: check.name, exitCode: code)
}

/** Everything that needs no environment: tests, security gate, images. Returns the plan. */
Map call(String agent, String config) {
    def plan = [:]
    node(agent) {
        stage('Test') {
            def revision = checkout(scm)
            plan = austaPlan(config: config, revision: revision)
            austaTest(plan)
            austaCoverage(plan.coverage)
        }
        stage('Security') {
            austaGate(scans: 'sources', exitCodes: austaScan(plan.scans))
        }
        stage('Build') {
            austaLogin(plan.pushLogin) { sh(label: 'Build images', script: plan.buildCommand) }
            def images = austaImages()
            def codes = austaLogin(plan.pullLogin) { austaScan(images.scans) }
            austaGate(scans: 'images', exitCodes: codes)
        }
    }
    return plan
}

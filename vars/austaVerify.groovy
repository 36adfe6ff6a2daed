/** Everything that needs no environment: tests, security gate, images. Returns the plan. */
Map call(String agent, String config) {
    def plan = [:]
    node(agent) {
        stage('Test') {
            def revision = checkout(scm)
            plan = austaPlan(config: config, revision: revision)
            austaTest(plan)
        }
        stage('Security') {
            austaGate(scans: 'sources', exitCodes: austaScan(plan.scans))
        }
        stage('Build') {
            sh(label: 'Build images', script: plan.buildCommand)
            def images = austaImages()
            austaGate(scans: 'images', exitCodes: austaScan(images.scans))
        }
    }
    return plan
}

/** Everything that needs no environment: tests, security gate, images. Returns the plan. */
Map call(String label, String config) {
    def plan = [:]
    austaAgents.on(stage: 'plan', label: label) {
        stage('Plan') {
            def revision = checkout(scm)
            plan = austaPlan(config: config, revision: revision, label: label)
        }
        austaStages(plan, plan.here)
    }
    for (work in plan.later) {
        austaAgents.on(work.on) {
            austaAgents.sources(plan.commit)
            unstash work.agent
            austaStages(plan, work)
        }
    }
    return plan
}

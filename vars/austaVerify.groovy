/** Everything that needs no environment: tests, security gate, images. Returns the plan. */
def call(label, options) {
    def plan = [:]
    austaAgents.on(stage: 'plan', label: label) {
        stage('Plan') {
            def revision = checkout(scm)
            plan = austaPlan(options: options, revision: revision)
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

/** The stages that run on one agent; what the next agent needs is kept for it. */
def call(plan, work) {
    if (work.stages.contains('test')) {
        stage('Test') {
            austaTest(plan)
            if (plan.coverage) { austaCoverage(plan.coverage) }
        }
    }
    if (work.stages.contains('security')) {
        stage('Security') { austaSecurity('sources', plan.scans, plan) }
    }
    if (work.stages.contains('build')) {
        stage('Build') {
            austaAgents.loggedIn(plan.pushLogin) {
                austaAgents.inside(plan.buildContainer) { sh(label: 'Build images', script: plan.buildCommand) }
            }
            austaSecurity('images', austaImages().scans, plan)
        }
    }
    // Scanners' reports have been judged where they lie; they can be large.
    if (work.next) { stash(name: work.next, includes: '.austa/bake.json,.austa/scans/.keep') }
}

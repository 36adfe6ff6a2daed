/** The stages that run on one agent; what the next agent needs is kept for it. */
def call(Map plan, Map work) {
    if (work.stages.contains('test')) {
        stage('Test') { austaTest(plan) }
    }
    if (work.stages.contains('security')) {
        stage('Security') {
            austaGate(scans: 'sources', exitCodes: austaScan(plan.scans))
        }
    }
    if (work.stages.contains('build')) {
        stage('Build') {
            austaIn(plan.buildContainer) { sh(label: 'Build images', script: plan.buildCommand) }
            def images = austaImages()
            austaGate(scans: 'images', exitCodes: austaScan(images.scans))
        }
    }
    if (work.next) { stash(name: work.next, includes: '.austa/bake.json,.austa/scans/**') }
}

/** The whole way to production and back; see austaPipeline.txt. */
def call(Map options = [:]) {
    def label = options.agent ?: ''
    def plan = null
    def ended = [result: 'FAILURE', failure: '']
    try {
        plan = austaVerify(label, options)
        for (target in plan.deployments) {
            if (target.approval) { austaApprove(target) }
            if (target.migrations) { austaMigrate(target, plan.agents.migrate) }
            austaDeploy(target, plan.agents.deploy)
        }
        ended.result = 'SUCCESS'
    } catch (Throwable err) {
        ended = austaFailure(error: err)
        throw err
    } finally {
        austaFinish(plan ?: [agents: [report: [stage: 'report', label: label]], notifies: true], ended)
    }
}

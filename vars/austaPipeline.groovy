/** The whole way to production and back; see austaPipeline.txt. */
def call(Map options = [:]) {
    String label = options.agent ?: ''
    Map plan = null
    Map ended = [result: 'FAILURE', failure: '']
    try {
        plan = austaVerify(label, options.config ?: 'austa.yaml')
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

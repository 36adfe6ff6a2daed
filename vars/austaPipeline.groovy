/** The whole way to production and back; see austaPipeline.txt. */
def call(Map options = [:]) {
    String agent = options.agent ?: ''
    Map ended = [result: 'FAILURE', failure: '']
    try {
        def plan = austaVerify(agent, options.config ?: 'austa.yaml')
        for (target in plan.deployments) {
            austaDeliver(agent, target)
        }
        ended.result = 'SUCCESS'
    } catch (Throwable err) {
        ended = austaFailure(error: err)
        throw err
    } finally {
        austaFinish(agent, ended)
    }
}

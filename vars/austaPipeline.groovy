/** The whole way to production and back; see austaPipeline.txt. */
def call(Map options = [:]) {
    String agent = options.agent ?: ''
    String failure = ''
    try {
        def plan = austaVerify(agent, options.config ?: 'austa.yaml')
        for (target in plan.deployments) {
            austaApprove(target)
            node(agent) {
                checkout scm
                austaMigrate(target)
                austaDeploy(target)
            }
        }
    } catch (err) {
        currentBuild.result = austaFailure(err)
        failure = err.message ?: err.toString()
        throw err
    } finally {
        austaFinish(agent, failure)
    }
}

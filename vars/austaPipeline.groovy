import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

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
    } catch (FlowInterruptedException err) {
        ended = [result: 'ABORTED', failure: err.message ?: 'aborted']
        throw err
    } catch (err) {
        ended.failure = err.message ?: err.toString()
        throw err
    } finally {
        austaFinish(agent, ended)
    }
}

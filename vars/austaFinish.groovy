/** Report, archive and message; always runs. */
def call(plan, ended) {
    stage('Report') {
        austaAgents.on(plan.agents.report) {
            austaReport(result: ended.result, failure: ended.failure)
            archiveArtifacts(artifacts: '.austa/report/**', allowEmptyArchive: true)
        }
        if (plan.notifies) { austaNotify(failure: ended.failure) }
    }
}

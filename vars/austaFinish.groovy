/** Report, archive and message; always runs. */
def call(String agent, Map ended) {
    stage('Report') {
        node(agent) {
            austaReport(result: ended.result, failure: ended.failure)
            archiveArtifacts(artifacts: '.austa/report/**', allowEmptyArchive: true)
        }
        austaNotify(failure: ended.failure)
    }
}

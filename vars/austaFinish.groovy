/** Report, archive and message; always runs. */
def call(String agent, String failure) {
    stage('Report') {
        node(agent) {
            austaReport(failure: failure)
            archiveArtifacts(artifacts: '.austa/report/**', allowEmptyArchive: true)
        }
        austaNotify(failure: failure)
    }
}

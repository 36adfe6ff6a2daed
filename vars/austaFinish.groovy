/** Report, archive and message; always runs. */
def call(String label, Map ended) {
    stage('Report') {
        austaRunOn(stage: 'report', label: label) {
            austaReport(result: ended.result, failure: ended.failure)
            archiveArtifacts(artifacts: '.austa/report/**', allowEmptyArchive: true)
        }
        austaNotify(failure: ended.failure)
    }
}

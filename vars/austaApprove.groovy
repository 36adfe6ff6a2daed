/** Waits for somebody who neither started the run nor wrote the change; holds no executor. */
def call(target) {
    stage('Approve') {
        def question = austaProposal(environment: target.environment)
        if (target.notifies) { austaNotify(approval: target.environment) }
        timeout(time: target.approvalMinutes, unit: 'MINUTES') {
            boolean accepted = false
            while (!accepted) {
                def approver = input(id: "approve-${target.environment}", message: question, ok: 'Deploy',
                    submitter: target.approvers, submitterParameter: 'approver')
                accepted = austaApproval(environment: target.environment, approver: approver, askAgain: true)
            }
        }
    }
}

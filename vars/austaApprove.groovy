/** Waits for somebody who neither started the run nor wrote the change; holds no executor. */
def call(Map target) {
    stage('Approve') {
        def question = austaProposal(environment: target.environment)
        def approver = ''
        if (target.notifies) { austaNotify(approval: target.environment) }
        timeout(time: target.approvalMinutes, unit: 'MINUTES') {
            approver = input(id: "approve-${target.environment}", message: question, ok: 'Deploy',
                submitter: target.approvers, submitterParameter: 'approver')
        }
        austaApproval(environment: target.environment, approver: approver)
    }
}

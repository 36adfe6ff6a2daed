/** One environment from approval to the last check; only the approval waits, and it holds no agent. */
def call(String agent, Map target) {
    austaApprove(target)
    node(agent) {
        checkout scm
        austaMigrate(target)
        austaDeploy(target)
    }
}

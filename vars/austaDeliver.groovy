/** One environment from approval to the last check; an agent is held while commands run, not while anything waits. */
def call(String label, Map target) {
    austaApprove(target)
    austaMigrate(target, label)
    austaDeploy(target, label)
}

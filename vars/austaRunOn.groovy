/** Runs a part of the pipeline on its agent: on a node with its label, or in a pod of its own, which is put together now. */
def call(Map wanted, Closure body) {
    def agent = wanted.stage ? austaAgent(wanted) : wanted
    if (!agent.pod) {
        node(agent.label) { body() }
        return
    }
    podTemplate(agent.pod) {
        node(env.POD_LABEL) { body() }
    }
}

/** Runs a part of the pipeline on its agent: in a pod of its own, or on a node with its label. */
def call(Map wanted, Closure body) {
    def agent = austaAgent(wanted)
    if (!agent.pod) {
        node(agent.label) { body() }
        return
    }
    podTemplate(agent.pod) {
        node(env.POD_LABEL) { body() }
    }
}

/** Where commands run: on which agent, in which container of its pod, with which login, on which commit. */

/** On a node with a label, or in a pod that is put together now for a stage. */
def on(wanted, body) {
    def agent = wanted.stage ? austaAgent(wanted) : wanted
    if (!agent.pod) { return node(agent.label, body) }
    podTemplate(agent.pod) { node(env.POD_LABEL, body) }
}

/** In a container of the pod, or as things are where there is none. */
def inside(name, body) { name ? container(name, body) : body() }

/** With a registry's user name and password in the environment, when there are any. */
def loggedIn(login, body) {
    login ? withCredentials([usernamePassword(login)], body) : body()
}

/** The sources of the commit that was planned, whatever the branch has become since. */
def sources(commit) {
    if (checkout(scm)?.GIT_COMMIT in [null, commit]) { return }
    if (commit) { sh(label: 'Back to the planned commit', script: "git checkout --quiet --force --detach ${commit}") }
}

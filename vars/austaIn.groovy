/** Runs commands in a container of the pod, or as they are where there is none for them. */
def call(String name, Closure body) {
    if (!name) {
        body()
        return
    }
    container(name) { body() }
}

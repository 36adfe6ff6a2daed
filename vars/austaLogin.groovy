/** Runs the body with a registry's user name and password in its environment, when there are any. */
def call(Map login, Closure body) {
    if (!login) {
        return body()
    }
    withCredentials([usernamePassword(credentialsId: login.credentialsId,
        usernameVariable: login.username, passwordVariable: login.password)], body)
}

/** The sources of the commit that was planned, whatever the branch has become since. */
def call(String commit) {
    def found = checkout(scm)
    if (commit && found?.GIT_COMMIT && found.GIT_COMMIT != commit) {
        sh(label: 'Back to the planned commit', script: "git checkout --quiet --force --detach ${commit}")
    }
}

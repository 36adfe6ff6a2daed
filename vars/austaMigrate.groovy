/** Brings an environment's databases to the schema of this version, before its deployment. */
def call(target, agent) {
    stage(target.migrateTitle) {
        austaAgents.on(agent) {
            austaAgents.sources(target.commit)
            for (migration in target.migrations) {
                austaAgents.inside(migration.container) { migrate(target, migration) }
            }
        }
    }
}

private void migrate(target, migration) {
    // What packages run when they are installed does not get to see the database.
    if (migration.install) { sh(label: "Install ${migration.service}", script: migration.install) }
    withCredentials([string(credentialsId: target.databaseCredentialsId, variable: 'DATABASE_URL')]) {
        int code = sh(label: "Migrations of ${migration.service}", script: migration.statusCommand, returnStatus: true)
        austaMigrations(environment: target.environment, service: migration.service, exitCode: code)
        code = sh(label: "Migrate ${migration.service}", script: migration.deployCommand, returnStatus: true)
        austaMigrated(environment: target.environment, service: migration.service, exitCode: code)
    }
}

/** Brings an environment's databases to the schema of this version, before its deployment. */
def call(Map target) {
    if (!target.migrations) {
        return
    }
    stage(target.migrateTitle) {
        withCredentials([string(credentialsId: target.databaseCredentialsId, variable: 'DATABASE_URL')]) {
            for (migration in target.migrations) {
                migrate(target.environment, migration)
            }
        }
    }
}

private void migrate(String environment, Map migration) {
    int code = sh(label: "Migrations of ${migration.service}", script: migration.statusCommand, returnStatus: true)
    austaMigrations(environment: environment, service: migration.service, exitCode: code)
    code = sh(label: "Migrate ${migration.service}", script: migration.deployCommand, returnStatus: true)
    austaMigrated(environment: environment, service: migration.service, exitCode: code)
}

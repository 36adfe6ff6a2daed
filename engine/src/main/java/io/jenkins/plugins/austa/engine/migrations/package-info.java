/**
 * Migrations of the database while two versions of a service share it: reads Prisma's migrations,
 * says of each statement whether the version that is running survives it, and reads what Prisma
 * reports. What is not understood counts as breaking.
 */
package io.jenkins.plugins.austa.engine.migrations;

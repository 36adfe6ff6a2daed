/**
 * The gate's findings as SARIF 2.1.0, within what GitHub code scanning takes: split over files, cut
 * to the worst, and with every cut said in the file.
 */
package io.jenkins.plugins.austa.engine.gate.sarif;

/**
 * Deploying, going back and looking without Jenkins: the same engine, record and lease, a
 * kubeconfig as kubectl finds it, and Helm.
 */
package io.jenkins.plugins.austa.cli.byhand;

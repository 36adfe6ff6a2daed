/** A Kubernetes cluster in one JVM, for tests and the local run. */
package io.jenkins.plugins.austa.sandbox;

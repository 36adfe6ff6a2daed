/** Who may reach the API server, and how a client knows that it is the right one. */
package io.jenkins.plugins.austa.sandbox.access;

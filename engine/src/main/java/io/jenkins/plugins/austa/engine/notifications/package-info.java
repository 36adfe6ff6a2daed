/**
 * Messages to the team. They inform and never decide: a messenger that is down changes nothing
 * about a deploy but a line in its log.
 */
package io.jenkins.plugins.austa.engine.notifications;

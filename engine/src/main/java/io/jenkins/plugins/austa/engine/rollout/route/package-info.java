/**
 * The ways in which users' traffic is moved between the colours: one Ingress, one HTTPRoute of the
 * Gateway API, or stable Services whose selectors move.
 */
package io.jenkins.plugins.austa.engine.rollout.route;

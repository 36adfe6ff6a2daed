/**
 * Whether an environment can be reached with a credential and whether that credential may do what
 * the product does there. Changes nothing on the cluster.
 */
package io.jenkins.plugins.austa.engine.access;

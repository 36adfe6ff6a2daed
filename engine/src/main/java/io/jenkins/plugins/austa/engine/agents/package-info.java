/**
 * The pods that stages run in, made of the templates in {@code resources/}: one container a
 * toolchain, no privileges, images by digest.
 */
package io.jenkins.plugins.austa.engine.agents;

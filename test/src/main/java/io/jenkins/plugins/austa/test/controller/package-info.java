/**
 * A real Jenkins controller, given by system properties, driven from outside: started, configured
 * and asked over HTTP as people and other programs do.
 */
package io.jenkins.plugins.austa.test.controller;

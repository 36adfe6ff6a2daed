/**
 * What our class files say of others' code, held against that code: references that must resolve,
 * and the stand-in for the Jenkins API that must equal the real one. Types are named as class files
 * name them ({@code hudson/model/Run}) until a person reads them.
 */
package io.jenkins.plugins.austa.test.truth;

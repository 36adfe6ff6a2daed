/**
 * The run report as one self-contained page: no script, no request, no style attribute; every text
 * goes through {@link io.jenkins.plugins.austa.engine.report.html.Markup}. One section, one class.
 */
package io.jenkins.plugins.austa.engine.report.html;

package io.jenkins.plugins.austa.test.controller;

import java.io.IOException;

/** Which Jenkins, Java and plugin a controller runs. */
final class Versions {

  private Versions() {}

  static String of(Controller controller) throws IOException, InterruptedException {
    return controller
        .admin()
        .script(
            """
            def plugin = Jenkins.get().pluginManager.getPlugin('austa-pipeline')
            print "Jenkins ${Jenkins.VERSION}, Java ${System.getProperty('java.version')}, "
            print "austa-pipeline ${plugin?.version}"
            """)
        .strip();
  }
}

package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.toolbox.Commands;
import io.jenkins.plugins.austa.cli.toolbox.HelmStandIn;
import io.jenkins.plugins.austa.cli.toolbox.PrismaStandIn;
import io.jenkins.plugins.austa.cli.toolbox.Recordings;
import io.jenkins.plugins.austa.cli.toolbox.Tool;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tools of the demo run for real and which are answered for. Real: what tests and scans
 * sources and needs nothing but this machine. The rest needs a Docker engine, a registry or a
 * vulnerability database.
 */
final class DemoTools {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
  private static final String NO_NETWORK = "needs a registry or database on the network";

  private final List<Tool> answered = new ArrayList<>();
  private final List<ToolReport> real = new ArrayList<>();

  private DemoTools() {}

  static DemoTools choose(Recordings recordings) {
    DemoTools tools = new DemoTools();
    tools.answered.addAll(List.of(new HelmStandIn(), new PrismaStandIn()));
    tools.answered.add(recordings.tool("docker", NO_NETWORK));
    tools.answered.add(recordings.tool("trivy", NO_NETWORK));
    if (tools.runs("node", 20, 9) && Commands.find("npm").isPresent()) {
      tools.answered.add(recordings.tool("npm", NO_NETWORK).onlyFor("audit"));
    } else {
      tools.answered.add(recordings.tool("npm", "Node 20.9 or newer is not on this machine"));
    }
    if (!tools.runs("python3", 3, 9)) {
      tools.answered.add(recordings.tool("python3", "Python 3.9 or newer is not on this machine"));
    }
    if (!tools.runs("bandit", 1, 6)) {
      tools.answered.add(recordings.tool("bandit", "Bandit is not on this machine"));
    }
    return tools;
  }

  /** Those that are answered for. */
  List<Tool> answered() {
    return List.copyOf(answered);
  }

  /** Those that run for real. */
  List<ToolReport> real() {
    return List.copyOf(real);
  }

  private boolean runs(String command, int major, int minor) {
    Optional<String> line = Commands.firstLine(command, "--version");
    boolean enough = line.filter(text -> isAtLeast(text, major, minor)).isPresent();
    if (enough) {
      real.add(new ToolReport(command, ToolReport.REAL, line.get()));
    }
    return enough;
  }

  private static boolean isAtLeast(String text, int major, int minor) {
    Matcher version = VERSION.matcher(text);
    if (!version.find()) {
      return false;
    }
    int found = Integer.parseInt(version.group(1));
    return found > major || found == major && Integer.parseInt(version.group(2)) >= minor;
  }
}

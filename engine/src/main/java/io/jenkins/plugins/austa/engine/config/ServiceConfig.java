package io.jenkins.plugins.austa.engine.config;

import java.util.List;
import java.util.Map;

/** One service of the platform. Keys left out are derived from what lies in its folder. */
public record ServiceConfig(
    @Setting(value = "Folder in the repository.", derived = "the service's name") String path,
    @Setting(
            value = "Toolchain; decides the commands below.",
            derived =
                "`node` when there is a package.json, `python` when there is a requirements.txt"
                    + " or pyproject.toml, else `other`")
        Kind kind,
    @Setting(
            value = "Container that its commands run in when stages run in pods.",
            derived = "`node` or `python` by its kind, else the agent's own `jnlp`",
            pattern = "[a-z]([a-z0-9-]{0,38}[a-z0-9])?")
        String toolchain,
    @Setting(value = "Port the container listens on.", byDefault = "8080", min = 1, max = 65535)
        Integer port,
    @Setting(
            value = "Path prefix of the public route that leads to the service.",
            derived =
                "`/` for frontend, `/api` for backend, `/ai` for ai-service, else `/` and the name",
            pattern = "/[A-Za-z0-9/_.-]*")
        String route,
    @Setting(
            value = "Path that answers 200 when the service is well.",
            byDefault = "/healthz",
            pattern = "/.*")
        String health,
    @Setting(
            value =
                "Services that it calls. The router `service` moves those first, and moves them back"
                    + " last, so that no service meets an older one than it was made for.",
            derived =
                "`backend` for frontend, `ai-service` for backend, where there are such services")
        List<String> calls,
    @Setting(value = "Image name without registry.", derived = "`<platform>/<service>`")
        String image,
    @Setting(value = "Dockerfile, relative to the service's folder.", byDefault = "Dockerfile")
        String dockerfile,
    @Setting(
            value = "Command that fetches dependencies before the checks; `none` for none.",
            derived = "`npm ci` for node, `pip install -r requirements.txt` for python")
        String install,
    @Setting(
            value = "Checks by name; they run in parallel.",
            derived = "`lint` and `unit` for node, `unit` for python")
        Map<String, Check> checks,
    @Setting(
            value =
                "Folder of the Prisma migrations, relative to the service's folder; `none` for none.",
            derived = "`prisma/migrations` where it exists")
        String migrations,
    @Setting(
            value =
                "Whether migrations may break the running version; the release then has no way back,"
                    + " and the approval says so.",
            byDefault = "false")
        Boolean contract) {

  /** One with nothing but defaults, as when the key stands there with nothing behind it. */
  public static ServiceConfig defaults() {
    return Defaults.of(ServiceConfig.class);
  }

  /** The toolchain of a service. */
  public enum Kind {
    NODE,
    PYTHON,
    OTHER
  }

  /** One command that must end with exit code 0. */
  public record Check(
      @Setting(value = "Shell command, run in the service's folder.", required = true) String run,
      @Setting("JUnit XML file it writes, relative to the service's folder.") String junit,
      @Setting("Coverage file it writes (lcov or Cobertura), relative to the service's folder.")
          String coverage) {}
}

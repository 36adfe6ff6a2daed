package io.jenkins.plugins.austa.cli.byhand;

import io.jenkins.plugins.austa.engine.images.Registry;
import io.jenkins.plugins.austa.engine.images.RegistryException;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.rollout.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Images by digest: those that were given, the others by asking their registry for the tag. */
public final class HandImages {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Registry registry;

  /**
   * @param environment environment variables
   * @param home the user's home folder, for Docker's logins
   */
  public HandImages(Map<String, String> environment, Path home) {
    this.registry = new Registry(new DockerLogin(environment, home), TIMEOUT);
  }

  /**
   * The image of every service.
   *
   * @param tag the version
   * @param given by service, with digest
   * @throws UnfitInputException when an image is given for no service, or without a digest
   * @throws IOException with all that the registries do not say
   */
  public Map<String, String> resolve(PipelinePlan plan, String tag, Map<String, String> given)
      throws UnfitInputException, IOException, InterruptedException {
    requireFit(plan, given);
    Map<String, String> images = new TreeMap<>(given);
    List<String> problems = new ArrayList<>();
    for (ServicePlan service : plan.services()) {
      if (!images.containsKey(service.name())) {
        try {
          images.put(service.name(), registry.pinned(service.repository() + ":" + tag));
        } catch (RegistryException e) {
          problems.add(e.getMessage());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IOException(
          String.join("\n", problems) + "\nWith --image SERVICE=NAME@sha256:… nobody is asked.");
    }
    return images;
  }

  /**
   * Whether a recorded revision's images are gone. That a registry does not answer is said and
   * keeps nobody from going back: the check before the switch finds out.
   */
  Optional<String> gone(Revision back, Consumer<String> log) {
    for (Map.Entry<String, String> image : new TreeMap<>(back.images()).entrySet()) {
      try {
        registry.pinned(image.getValue());
      } catch (RegistryException e) {
        if (e.isMissing()) {
          return Optional.of(
              "the image of "
                  + image.getKey()
                  + " is gone: "
                  + e.getMessage().replaceFirst("\\. .*", ""));
        }
        log.accept("Warning: " + e.getMessage());
      } catch (IllegalArgumentException e) {
        log.accept("Warning: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of("it was interrupted");
      }
    }
    return Optional.empty();
  }

  private static void requireFit(PipelinePlan plan, Map<String, String> given)
      throws UnfitInputException {
    List<String> services = plan.services().stream().map(ServicePlan::name).toList();
    for (Map.Entry<String, String> image : given.entrySet()) {
      if (!services.contains(image.getKey())) {
        throw new UnfitInputException(
            "--image: there is no service \"" + image.getKey() + "\"; there are " + services);
      }
      if (!image.getValue().matches(".+@sha256:[0-9a-f]{64}")) {
        throw new UnfitInputException(
            "--image "
                + image.getKey()
                + "="
                + image.getValue()
                + ": an image is given by digest, as NAME@sha256:<64 hex digits>");
      }
    }
  }
}

package io.jenkins.plugins.austa.engine.agents;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.engine.config.PinnedImage;
import java.util.Map;
import java.util.Optional;

/** The templates as they lie in {@code resources/io/jenkins/plugins/austa/pods}; immutable. */
public final class PodTemplates {
  private static final String OTHER = "other";

  private final Map<String, String> files;
  private final Map<?, ?> images;

  /**
   * @param files content by path below the folder, with slashes: {@code pod.yaml}, {@code
   *     images.yaml} and {@code containers/<toolchain>.yaml}
   */
  public PodTemplates(Map<String, String> files) {
    this.files = Map.copyOf(files);
    this.images = Serialization.unmarshal(file("images.yaml"), Map.class);
  }

  /** The pod with nothing but the agent's container; a new one at each call. */
  Pod pod() {
    return Serialization.unmarshal(file("pod.yaml"), Pod.class);
  }

  /** The container of a toolchain, without image; that of any other tool when it is not known. */
  Container container(String toolchain) {
    String known = files.get(path(toolchain));
    String text = known == null ? file(path(OTHER)) : known;
    Container container =
        Serialization.unmarshal(text.replace("${toolchain}", toolchain), Container.class);
    container.setName(toolchain);
    return container;
  }

  /** The image that the plugin brings for a toolchain, if it does. */
  Optional<PinnedImage> image(String toolchain) {
    return Optional.ofNullable(images.get(toolchain)).map(String::valueOf).map(PinnedImage::parse);
  }

  private static String path(String toolchain) {
    return "containers/" + toolchain + ".yaml";
  }

  private String file(String name) {
    String text = files.get(name);
    if (text == null) {
      throw new IllegalStateException("the plugin's pod template " + name + " is missing");
    }
    return text;
  }
}

package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The queue of one controller: an object asked for several times is looked at once. Used on the
 * control loop only.
 */
final class Reconciler {
  private final ControlLoop loop;
  private final BiConsumer<String, String> action;
  private final Set<String> queued = new HashSet<>();

  /**
   * @param action compares what is with what should be, given namespace and name
   */
  Reconciler(ControlLoop loop, BiConsumer<String, String> action) {
    this.loop = loop;
    this.action = action;
  }

  void enqueue(HasMetadata object) {
    enqueue(object.getMetadata().getNamespace(), object.getMetadata().getName());
  }

  void enqueue(String namespace, String name) {
    String key = namespace + "/" + name;
    if (queued.add(key)) {
      loop.execute(
          () -> {
            queued.remove(key);
            action.accept(namespace, name);
          });
    }
  }

  /** Looks at the controller of an object, when it is of the given kind. */
  void enqueueOwner(HasMetadata object, String kind) {
    object.getMetadata().getOwnerReferences().stream()
        .filter(reference -> reference.getKind().equals(kind))
        .forEach(owner -> enqueue(object.getMetadata().getNamespace(), owner.getName()));
  }
}

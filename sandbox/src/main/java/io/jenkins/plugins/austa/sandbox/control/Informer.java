package io.jenkins.plugins.austa.sandbox.control;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.sandbox.api.Kind;
import io.jenkins.plugins.austa.sandbox.api.ObjectStore;
import io.jenkins.plugins.austa.sandbox.api.StoreEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * All objects of one type, always current: a write is seen here before the call that made it
 * returns. Listeners are told later, on the control loop. Objects are shared and must not be
 * modified.
 *
 * @param <T> model of the type
 */
public final class Informer<T extends HasMetadata> {
  private final Kind kind;
  private final Class<T> type;
  private final Executor loop;
  private final Map<String, T> objects = new ConcurrentSkipListMap<>();
  private final Collection<Consumer<Change<T>>> listeners = new CopyOnWriteArrayList<>();

  /**
   * One change.
   *
   * @param before null when created
   * @param after null when deleted
   */
  public record Change<T>(T before, T after) {

    /** The newest state there is. */
    public T last() {
      return after == null ? before : after;
    }
  }

  public Informer(ObjectStore store, Kind kind, Class<T> type, Executor loop) {
    this.kind = kind;
    this.type = type;
    this.loop = loop;
    store.events().follow(store.version(), this::accept);
  }

  /** Tells of each change on the control loop, in order. */
  public void onChange(Consumer<Change<T>> listener) {
    listeners.add(listener);
  }

  public Optional<T> get(String namespace, String name) {
    return Optional.ofNullable(objects.get(namespace + "/" + name));
  }

  /** All objects, by namespace and name. */
  public List<T> list() {
    return List.copyOf(objects.values());
  }

  public List<T> list(String namespace) {
    return objects.values().stream()
        .filter(object -> Objects.equals(object.getMetadata().getNamespace(), namespace))
        .toList();
  }

  /** The objects whose controller has this uid. */
  public List<T> ownedBy(HasMetadata owner) {
    String uid = owner.getMetadata().getUid();
    return list(owner.getMetadata().getNamespace()).stream()
        .filter(
            o ->
                o.getMetadata().getOwnerReferences().stream().anyMatch(r -> r.getUid().equals(uid)))
        .toList();
  }

  private void accept(StoreEvent event) {
    if (!event.collection().plural().equals(kind.plural())
        || !event.collection().group().equals(kind.group())) {
      return;
    }
    T before = objects.get(event.key());
    T after = event.after() == null ? null : model(event);
    if (after == null) {
      objects.remove(event.key());
    } else {
      objects.put(event.key(), after);
    }
    Change<T> change = new Change<>(before, after);
    loop.execute(() -> listeners.forEach(listener -> listener.accept(change)));
  }

  private T model(StoreEvent event) {
    return Serialization.jsonMapper().convertValue(event.after(), type);
  }
}

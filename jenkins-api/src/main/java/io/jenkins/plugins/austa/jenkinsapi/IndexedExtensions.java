package io.jenkins.plugins.austa.jenkinsapi;

import hudson.Extension;
import hudson.ExtensionComponent;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;

/** The extensions named in the indices sezpoz wrote, each made once, when first asked for. */
final class IndexedExtensions {
  private static final Logger LOGGER = Logger.getLogger(IndexedExtensions.class.getName());

  private final ClassLoader loader;
  private final List<ExtensionComponent<?>> added = new CopyOnWriteArrayList<>();
  private List<Entry> entries;

  IndexedExtensions(ClassLoader loader) {
    this.loader = loader;
  }

  void add(ExtensionComponent<?> extension) {
    added.add(extension);
  }

  /**
   * Returns the extensions that are a {@code type}, in no order.
   *
   * @throws IllegalStateException when one that is not optional cannot be made
   */
  <T> List<ExtensionComponent<T>> of(Class<T> type) {
    List<ExtensionComponent<T>> found = new ArrayList<>();
    for (ExtensionComponent<?> each : added) {
      if (type.isInstance(each.getInstance())) {
        found.add(new ExtensionComponent<>(type.cast(each.getInstance()), each.ordinal()));
      }
    }
    for (Entry each : entries()) {
      if (type.isAssignableFrom(each.type)) {
        found.add(new ExtensionComponent<>(type.cast(each.instance()), each.ordinal));
      }
    }
    return found;
  }

  private synchronized List<Entry> entries() {
    if (entries == null) {
      List<Entry> read = new ArrayList<>();
      for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
        read(item, read);
      }
      entries = read;
    }
    return entries;
  }

  @SuppressWarnings("deprecation") // optional() is how components say that they may be left out
  private static void read(IndexItem<Extension, Object> item, List<Entry> read) {
    try {
      read.add(new Entry(item, typeOf(item.element()), item.annotation().ordinal()));
    } catch (InstantiationException | LinkageError e) {
      if (!item.annotation().optional()) {
        throw cannotLoad(item, e);
      }
      LOGGER.log(Level.FINE, e, () -> "left out the optional extension " + item.className());
    }
  }

  private static Class<?> typeOf(AnnotatedElement element) {
    if (element instanceof Method method) {
      return method.getReturnType();
    }
    return element instanceof Field field ? field.getType() : (Class<?>) element;
  }

  private static IllegalStateException cannotLoad(IndexItem<?, ?> item, Throwable why) {
    return new IllegalStateException(
        "the extension "
            + item.className()
            + (item.memberName() == null ? "" : "." + item.memberName())
            + " cannot be made: is it public, with a public constructor without parameters, and are all"
            + " classes it needs on the class path?",
        why);
  }

  private static final class Entry {
    private final IndexItem<Extension, Object> item;
    private final Class<?> type;
    private final double ordinal;
    private boolean making;
    private Object instance;

    Entry(IndexItem<Extension, Object> item, Class<?> type, double ordinal) {
      this.item = item;
      this.type = type;
      this.ordinal = ordinal;
    }

    synchronized Object instance() {
      if (instance == null) {
        if (making) {
          throw new IllegalStateException(item.className() + " looks itself up while it is made");
        }
        making = true;
        try {
          instance = item.instance();
        } catch (InstantiationException | LinkageError e) {
          throw cannotLoad(item, e);
        } finally {
          making = false;
        }
      }
      return instance;
    }
  }
}

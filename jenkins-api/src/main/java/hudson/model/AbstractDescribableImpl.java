package hudson.model;

/**
 * A {@link Describable} as a base class.
 *
 * @param <T> the describable type itself
 */
@Deprecated
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>>
    implements Describable<T> {}

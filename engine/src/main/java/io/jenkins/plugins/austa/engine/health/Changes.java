package io.jenkins.plugins.austa.engine.health;

/**
 * Says when there may be something new to see, so that a wait need not look again and again. It may
 * say so for nothing, and it may miss a change: whoever listens looks for itself, and now and then
 * unasked.
 */
@FunctionalInterface
public interface Changes {

  /** Says nothing. */
  Changes NONE = changed -> Following.DEAF;

  /**
   * Listens until the result is closed.
   *
   * @param changed is called on any thread, also before this returns, and must not block
   */
  Following follow(Runnable changed);

  /** A listener's place. */
  interface Following extends AutoCloseable {

    /** Of who never hears anything. */
    Following DEAF =
        new Following() {
          @Override
          public boolean live() {
            return false;
          }

          @Override
          public void close() {
            // Nothing was opened.
          }
        };

    /** Whether changes are told at present, as far as anybody knows. */
    boolean live();

    /** Does not block; more than once does no harm. */
    @Override
    void close();
  }
}

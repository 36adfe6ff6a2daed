package io.jenkins.plugins.austa.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows a run on the terminal while it goes on. Thread-safe; no call waits for anything but the
 * terminal. After {@link #close()} calls do nothing. What the stages print cannot move the cursor
 * or colour anything. While it is open nobody else should write to the terminal.
 */
public final class StageTreeConsole implements AutoCloseable {
  private final LongSupplier nanos;
  private final Display display;
  private final Map<String, StageNode> stages = new HashMap<>();
  private RedrawTimer timer;
  private boolean closed;

  StageTreeConsole(PrintStream out, Terminal terminal, LongSupplier nanos) {
    this.nanos = nanos;
    this.display =
        terminal.live()
            ? new LiveDisplay(out, terminal)
            : new PlainDisplay(out, terminal, nanos.getAsLong());
  }

  /** On this process's own output, in an encoding that the terminal understands. */
  public static StageTreeConsole open(Terminal terminal) {
    FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);
    return open(
        new PrintStream(
            stdout, false, terminal.unicode() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII),
        terminal);
  }

  /** On {@code out}, which is flushed but never closed. */
  public static StageTreeConsole open(PrintStream out, Terminal terminal) {
    StageTreeConsole console = new StageTreeConsole(out, terminal, System::nanoTime);
    if (terminal.live()) {
      console.redrawByItself();
    }
    return console;
  }

  /**
   * A stage or parallel branch has begun.
   *
   * @param id unique in the run
   * @param parentId of the stage that it is in; null, or one that is not known, for a top-level
   *     stage
   */
  public void stageStarted(String id, String parentId, String name) {
    act(
        (screen, now) -> {
          StageNode stage = new StageNode(LogText.clean(name), stages.get(parentId), now);
          stages.put(Objects.requireNonNull(id, "id"), stage);
          screen.started(stage, now);
        });
  }

  /**
   * A stage has ended; one that is not known is passed over.
   *
   * @param result SUCCESS, UNSTABLE, FAILURE, ABORTED or NOT_BUILT
   */
  public void stageEnded(String id, String result, Duration duration) {
    Objects.requireNonNull(result, "result");
    withStage(
        id,
        (stage, now) -> {
          stage.end(result, duration);
          display.ended(stage, now);
        });
  }

  /** A stage printed one line; of a stage that is not known it is passed over. */
  public void line(String id, String text) {
    String clean = LogText.clean(text);
    withStage(
        id,
        (stage, now) -> {
          stage.line(clean);
          display.line(stage, clean, now);
        });
  }

  /** Something to know that belongs to no stage; stays on the terminal. */
  public void note(String text) {
    String clean = LogText.clean(text);
    act((screen, now) -> screen.note(clean, now));
  }

  /**
   * Lets somebody else use the terminal, for a question and its answer, and returns what it gives.
   * Stages go on; what they report is shown afterwards.
   */
  public <T> T aside(Supplier<T> dialogue) {
    act(Display::pause);
    try {
      return dialogue.get();
    } finally {
      act((screen, now) -> screen.resume());
    }
  }

  /** The run has ended: puts the tree down for good, writes the closing lines and closes. */
  public void finish(ConsoleSummary summary) {
    act((screen, now) -> screen.finish(summary.lines(), now));
    close();
  }

  /** Stops drawing and leaves the terminal as it was found; what is shown stays. */
  @Override
  public synchronized void close() {
    act((screen, now) -> screen.close(now));
    closed = true;
    if (timer != null) {
      timer.close();
    }
  }

  /** Shows what has changed since the last time. */
  void tick() {
    act(Display::tick);
  }

  private synchronized void redrawByItself() {
    timer = new RedrawTimer(this::tick, this::close);
  }

  private synchronized void act(BiConsumer<Display, Long> action) {
    if (!closed) {
      action.accept(display, nanos.getAsLong());
    }
  }

  private void withStage(String id, BiConsumer<StageNode, Long> action) {
    act(
        (screen, now) -> {
          StageNode stage = stages.get(id);
          if (stage != null) {
            action.accept(stage, now);
          }
        });
  }
}

package io.jenkins.plugins.austa.cli.console;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** One line after the other, each with the time since the start; for files, pipes and CI logs. */
final class PlainDisplay implements Display {
  private final PrintStream out;
  private final Style style;
  private final long startNanos;

  PlainDisplay(PrintStream out, Terminal terminal, long startNanos) {
    this.out = out;
    this.style = new Style(terminal);
    this.startNanos = startNanos;
  }

  @Override
  public void started(StageNode stage, long now) {
    print(now, path(stage) + ": started");
  }

  @Override
  public void ended(StageNode stage, long now) {
    String took =
        "NOT_BUILT".equals(stage.result())
            ? ""
            : " in " + HumanTime.duration(stage.duration(now).toMillis());
    print(now, path(stage) + ": " + Style.word(stage.result()) + took);
  }

  @Override
  public void line(StageNode stage, String text, long now) {
    print(now, path(stage) + " | " + text);
  }

  @Override
  public void note(String text, long now) {
    print(now, text);
  }

  @Override
  public void tick(long now) {
    // Nothing is shown twice.
  }

  @Override
  public void pause(long now) {
    // Lines do not disturb a question: they come after it, and so does the answer.
    out.flush();
  }

  @Override
  public void resume() {
    // Nothing was held back.
  }

  @Override
  public void finish(List<String> closing, long now) {
    out.print('\n');
    closing.forEach(line -> out.print(line + "\n"));
    out.flush();
  }

  @Override
  public void close(long now) {
    out.flush();
  }

  private String path(StageNode stage) {
    return String.join(style.into(), stage.path());
  }

  private void print(long now, String text) {
    double seconds = (now - startNanos) / 1e9;
    out.print(String.format(Locale.ROOT, "%7.1f s  ", seconds) + style.arriving(text) + "\n");
    out.flush();
  }
}

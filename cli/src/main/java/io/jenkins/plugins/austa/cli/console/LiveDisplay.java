package io.jenkins.plugins.austa.cli.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Stages that run stay at the bottom and are written again when they change; finished top-level
 * stages and notes move up for good. Never touches a line above its own.
 */
final class LiveDisplay implements Display {
  private final Terminal terminal;
  private final TreeLines tree;
  private final Style style;
  private final LiveRegion region;
  private final List<StageNode> open = new ArrayList<>();
  private final List<String> settled = new ArrayList<>();
  private boolean paused;

  LiveDisplay(PrintStream out, Terminal terminal) {
    this.terminal = terminal;
    this.tree = new TreeLines(terminal);
    this.style = new Style(terminal);
    this.region = new LiveRegion(out);
  }

  @Override
  public void started(StageNode stage, long now) {
    if (stage.path().size() == 1) {
      open.add(stage);
    }
  }

  @Override
  public void ended(StageNode stage, long now) {
    // In the order in which they started, even if a later one ends first.
    while (!open.isEmpty() && !open.get(0).isRunning()) {
      settled.addAll(tree.whole(open.remove(0), now));
    }
  }

  @Override
  public void line(StageNode stage, String text, long now) {
    // The stage keeps it; it is shown by the next tick.
  }

  @Override
  public void note(String text, long now) {
    settled.add(style.arriving(text));
  }

  @Override
  public void tick(long now) {
    if (paused) {
      return;
    }
    region.show(settled, tree.within(open, now, terminal.rows() - 2));
    settled.clear();
  }

  @Override
  public void pause(long now) {
    tick(now);
    region.close();
    paused = true;
  }

  @Override
  public void resume() {
    paused = false;
  }

  @Override
  public void finish(List<String> closing, long now) {
    settle(now);
    settled.add("");
    settled.addAll(closing);
    close(now);
  }

  @Override
  public void close(long now) {
    settle(now);
    region.show(settled, List.of());
    settled.clear();
    region.close();
  }

  private void settle(long now) {
    open.forEach(stage -> settled.addAll(tree.whole(stage, now)));
    open.clear();
  }
}

package io.jenkins.plugins.austa.bench.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class CrossingTest {

  private final Crossing crossing = new Crossing();

  @Test
  public void theFirstOfTheNewColourAndTheLastOfTheOldOneCount() {
    crossing.begin("blue");
    long start = System.nanoTime();
    answer("green", start, 10);
    answer("blue", start, 20);
    answer("green", start, 25);
    answer("blue", start, 40);

    assertEquals(20, crossing.times().firstMillis(), 5);
    assertEquals(25, crossing.times().lastMillis(), 5);
  }

  @Test
  public void whatWasAnsweredBeforeDoesNotCount() {
    long before = System.nanoTime();
    crossing.begin("blue");
    crossing.answered("blue", before);

    assertFalse(crossing.isOver(0));
  }

  @Test
  public void isOverWhenTheOldColourHasBeenSilentForAWhile() {
    crossing.begin("blue");
    long start = System.nanoTime();
    answer("blue", start, 10);
    answer("green", start, 20);
    answer("blue", start, 60);
    assertFalse(crossing.isOver(50));

    answer("blue", start, 80);
    assertTrue(crossing.isOver(50));
  }

  private void answer(String colour, long start, long millis) {
    crossing.answered(colour, start + TimeUnit.MILLISECONDS.toNanos(millis));
  }
}

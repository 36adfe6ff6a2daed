package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Keeps what a step reports. */
final class RecordingContext extends StepContext {
  private static final long serialVersionUID = 1L;

  private final transient CompletableFuture<Object> outcome = new CompletableFuture<>();
  private final transient Map<Class<?>, Object> values = new HashMap<>();

  <T> RecordingContext with(Class<T> type, T value) {
    values.put(type, value);
    return this;
  }

  Object await() throws Exception {
    return outcome.get(10, TimeUnit.SECONDS);
  }

  boolean isOver() {
    return outcome.isDone();
  }

  @Override
  public <T> T get(Class<T> key) {
    return key.cast(values.get(key));
  }

  @Override
  public void onSuccess(Object result) {
    outcome.complete(result);
  }

  @Override
  public void onFailure(Throwable t) {
    outcome.completeExceptionally(t);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public ListenableFuture<Void> saveState() {
    return Futures.immediateVoidFuture();
  }

  @Override
  public void setResult(Result r) {
    throw new UnsupportedOperationException("setResult");
  }

  @Override
  public BodyInvoker newBodyInvoker() {
    throw new IllegalStateException("no body");
  }

  @Override
  public boolean equals(Object o) {
    return this == o;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

package io.jenkins.plugins.austa.engine.health;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One HTTP client for all signals of the JVM, because every JDK client brings a selector thread of
 * its own and a thousand waiting rollouts must not bring a thousand of them.
 */
final class SharedHttp {

  private static final int THREADS = 2;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private SharedHttp() {}

  /**
   * An answer.
   *
   * @param body what the reader has made of it
   */
  record Answer(int status, HttpHeaders headers, String body) {}

  /**
   * Sends a request; no thread waits for the answer. What follows it runs on one of the client's
   * few threads and must not block.
   *
   * @param reader reads the body; a new one for this answer
   * @param timeout for all of it, body included
   */
  static CompletableFuture<Answer> send(
      HttpRequest request, HttpResponse.BodySubscriber<String> reader, Duration timeout) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    CompletableFuture<HttpResponse<Void>> sent =
        Holder.CLIENT.sendAsync(request, info -> new Reader(info, reader, answer));
    // The client ends its own future on the JVM's common pool, and on a machine of one or two
    // processors that is a new thread for each answer. One that is complete already it leaves
    // alone.
    answer.whenComplete(
        (read, failure) -> {
          if (failure == null) {
            sent.complete(null);
          } else {
            sent.cancel(true);
          }
        });
    sent.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            answer.completeExceptionally(failure);
          }
        });
    return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Completes the answer as soon as the body is there. */
  private static final class Reader implements HttpResponse.BodySubscriber<Void> {
    private final HttpResponse.BodySubscriber<String> text;
    private final CompletableFuture<Void> body = new CompletableFuture<>();

    Reader(
        HttpResponse.ResponseInfo info,
        HttpResponse.BodySubscriber<String> text,
        CompletableFuture<Answer> answer) {
      this.text = text;
      text.getBody()
          .whenComplete(
              (read, failure) -> {
                if (failure == null) {
                  answer.complete(new Answer(info.statusCode(), info.headers(), read));
                  body.complete(null);
                } else {
                  answer.completeExceptionally(failure);
                  body.completeExceptionally(failure);
                }
              });
    }

    @Override
    public CompletionStage<Void> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      text.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
      text.onNext(part);
    }

    @Override
    public void onError(Throwable failure) {
      text.onError(failure);
    }

    @Override
    public void onComplete() {
      text.onComplete();
    }
  }

  private static final class Holder {
    static final HttpClient CLIENT =
        HttpClient.newBuilder()
            .executor(executor())
            .connectTimeout(CONNECT_TIMEOUT)
            // A redirect would be answered by somebody else than the one who is asked about.
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private static ThreadPoolExecutor executor() {
      ThreadPoolExecutor threads =
          new ThreadPoolExecutor(
              THREADS,
              THREADS,
              30,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              task -> {
                Thread thread = new Thread(task, "austa-http");
                thread.setDaemon(true);
                return thread;
              });
      threads.allowCoreThreadTimeOut(true);
      return threads;
    }
  }
}

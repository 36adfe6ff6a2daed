package io.jenkins.plugins.austa.engine.health;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@link HttpProbe} over the JDK's client; asks caches on the way to stay out of it. */
public final class PublicHttpProbe implements HttpProbe {

  private final Duration timeout;

  public PublicHttpProbe(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public CompletableFuture<ProbeAnswer> get(URI address) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(timeout)
              .header("Cache-Control", "no-cache")
              .header("User-Agent", "austa-convergence")
              .build();
      return SharedHttp.send(request, BodySubscribers.replacing(""), timeout)
          .thenApply(
              answer ->
                  ProbeAnswer.of(answer.status(), answer.headers().firstValue(Convergence.HEADER)))
          .exceptionally(PublicHttpProbe::noAnswer);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(noAnswer(e));
    }
  }

  private static ProbeAnswer noAnswer(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return ProbeAnswer.none("no answer (" + cause.getClass().getSimpleName() + ")");
  }
}

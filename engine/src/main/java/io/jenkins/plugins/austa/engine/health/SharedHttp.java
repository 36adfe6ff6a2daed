package io.jenkins.plugins.austa.engine.health;

import java.net.http.HttpClient;
import java.time.Duration;
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

  static HttpClient client() {
    return Holder.CLIENT;
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

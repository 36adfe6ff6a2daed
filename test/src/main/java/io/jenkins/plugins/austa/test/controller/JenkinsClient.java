package io.jenkins.plugins.austa.test.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One user's REST calls, with basic authentication and, where the controller wants one, a crumb.
 * Safe for use by several threads.
 */
public final class JenkinsClient {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int PAGE_LINES = 20;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SCRIPT_ENDED = "the script came to its end";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          // A crumb belongs to a session.
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private final String authorization;
  private final Crumbs crumbs = new Crumbs(this);

  JenkinsClient(URI base, String user, String password) {
    this.base = base;
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Whether the controller is up and knows this user; false also when nothing listens. */
  public boolean answers() throws InterruptedException {
    try {
      return get("api/json?tree=mode").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Asks for a page.
   *
   * @param path relative to the controller's address
   */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  /**
   * Asks for a page that must be there.
   *
   * @throws ControllerException when the answer is not 200
   */
  public String text(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw refused("GET " + path, answer);
    }
    return answer.body();
  }

  /** Asks for JSON that must be there. */
  public JsonNode json(String path) throws IOException, InterruptedException {
    return MAPPER.readTree(text(path));
  }

  /** Sends a form; the answer may be anything. */
  public HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return post(path, FORM, body);
  }

  /** Sends a document; the answer may be anything. */
  public HttpResponse<String> post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = postOnce(path, contentType, body);
    // The session, and the crumb with it, ends when the controller is started again.
    return crumbs.refused(answer) ? postOnce(path, contentType, body) : answer;
  }

  private HttpResponse<String> postOnce(String path, String contentType, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
    crumbs.addTo(request);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /**
   * Runs Groovy in the script console.
   *
   * @return what it printed
   * @throws ControllerException when it did not come to its end; the message has what it printed
   */
  public String script(String groovy) throws IOException, InterruptedException {
    String whole = groovy + "\nprintln '" + SCRIPT_ENDED + "'";
    HttpResponse<String> answer = post("scriptText", Map.of("script", whole));
    String printed = answer.body().strip();
    if (answer.statusCode() != 200 || !printed.endsWith(SCRIPT_ENDED)) {
      throw refused("a script in the console", answer);
    }
    return printed.substring(0, printed.length() - SCRIPT_ENDED.length()).strip();
  }

  /** Makes the job of that name be what the definition says, whether it is there or not. */
  public Job job(String name, String configXml) throws IOException, InterruptedException {
    boolean exists = get("job/" + name + "/api/json?tree=name").statusCode() == 200;
    String path = exists ? "job/" + name + "/config.xml" : "createItem?name=" + name;
    HttpResponse<String> answer = post(path, "application/xml", configXml);
    if (answer.statusCode() != 200) {
      throw refused("POST " + path, answer);
    }
    return new Job(this, name);
  }

  /** The exception that says what was asked and what came back. */
  static ControllerException refused(String what, HttpResponse<String> answer) {
    return new ControllerException(
        what + " was answered " + answer.statusCode() + ":\n" + beginning(answer.body()));
  }

  private static String beginning(String page) {
    return page.lines().limit(PAGE_LINES).collect(Collectors.joining("\n"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", authorization);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.jenkins.plugins.austa.engine.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks registries which digest a tag stands for, by the OCI distribution specification: {@code HEAD
 * /v2/NAME/manifests/REFERENCE}, with a token where the registry wants one. Pulls nothing. Calls
 * block.
 */
public final class Registry {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final String MANIFESTS =
      String.join(
          ", ",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json");
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryLogin login;
  private final Duration timeout;
  private final HttpClient http;

  /**
   * @param timeout for connecting, and for each request
   */
  public Registry(RegistryLogin login, Duration timeout) {
    this.login = login;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * The digest that an image has now.
   *
   * @param image with a tag or a digest
   * @return {@code NAME@sha256:…}
   * @throws RegistryException if the registry does not say
   * @throws IllegalArgumentException if it is no image
   */
  public String pinned(String image) throws RegistryException, InterruptedException {
    ImageName name = ImageName.parse(image);
    HttpResponse<Void> answer = ask(image, name);
    String digest = answer.headers().firstValue("Docker-Content-Digest").orElse("");
    if (!ImageReference.isDigest(digest)) {
      throw new RegistryException(
          "Registry "
              + name.registry()
              + " knows "
              + image
              + " but does not say its digest. Give the image as NAME@sha256:….",
          false);
    }
    String repository = image.replaceFirst("@sha256:.*$", "").replaceFirst(":[^:/]+$", "");
    return repository + "@" + digest;
  }

  private HttpResponse<Void> ask(String image, ImageName name)
      throws RegistryException, InterruptedException {
    try {
      HttpResponse<Void> answer = head(name, Optional.empty());
      if (answer.statusCode() == UNAUTHORIZED) {
        answer = head(name, authorization(name, answer));
      }
      if (answer.statusCode() != OK) {
        throw refused(image, name, answer.statusCode());
      }
      return answer;
    } catch (RegistryException e) {
      throw e;
    } catch (IOException e) {
      throw new RegistryException(
          "Registry "
              + name.registry()
              + " did not answer for "
              + image
              + " ("
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "). Check the address and the network, or give the image as NAME@sha256:….",
          false);
    }
  }

  private HttpResponse<Void> head(ImageName name, Optional<String> authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(name.manifest())
            .timeout(timeout)
            .header("Accept", MANIFESTS)
            .method("HEAD", HttpRequest.BodyPublishers.noBody());
    authorization.ifPresent(value -> request.header("Authorization", value));
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding());
  }

  /** What the registry's challenge asks for; empty when there is nothing to give. */
  private Optional<String> authorization(ImageName name, HttpResponse<Void> answer)
      throws IOException, InterruptedException {
    String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
    Optional<String> basic = login.basic(name.registry()).map(secret -> "Basic " + secret);
    if (!challenge.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
      return basic;
    }
    URI realm = URI.create(parameter(challenge, "realm"));
    if (basic.isPresent() && !isSafe(realm, name)) {
      throw new RegistryException(
          "Registry "
              + name.registry()
              + " wants its login sent to "
              + realm.getHost()
              + " without TLS, which is refused. Give the image as NAME@sha256:….",
          false);
    }
    String separator = realm.getRawQuery() == null ? "?" : "&";
    URI token =
        URI.create(
            realm
                + separator
                + "service="
                + encoded(parameter(challenge, "service"))
                + "&scope="
                + encoded("repository:" + name.name() + ":pull"));
    HttpRequest.Builder request = HttpRequest.newBuilder(token).timeout(timeout);
    basic.ifPresent(value -> request.header("Authorization", value));
    HttpResponse<byte[]> given =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (given.statusCode() != OK) {
      return Optional.empty();
    }
    JsonNode body = JSON.readTree(given.body());
    String text = body.path("token").asText(body.path("access_token").asText(""));
    return text.isEmpty() ? Optional.empty() : Optional.of("Bearer " + text);
  }

  private static boolean isSafe(URI realm, ImageName name) {
    return "https".equals(realm.getScheme()) || "http".equals(name.manifest().getScheme());
  }

  private static String parameter(String challenge, String name) {
    Matcher matcher = PARAMETER.matcher(challenge);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return matcher.group(2);
      }
    }
    return "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static RegistryException refused(String image, ImageName name, int status) {
    String registry = "Registry " + name.registry();
    return switch (status) {
      case NOT_FOUND ->
          new RegistryException(
              registry + " has no image " + image + ". Check the version, or build and push it.",
              true);
      case UNAUTHORIZED, FORBIDDEN ->
          new RegistryException(
              registry
                  + " does not let this account see "
                  + image
                  + " (HTTP "
                  + status
                  + "). Log in with docker login "
                  + name.registry()
                  + ", or give the image as NAME@sha256:….",
              false);
      default ->
          new RegistryException(
              registry
                  + " answered HTTP "
                  + status
                  + " for "
                  + image
                  + ". Try again, or give the image as NAME@sha256:….",
              false);
    };
  }
}

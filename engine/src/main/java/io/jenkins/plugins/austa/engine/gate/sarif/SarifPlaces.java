package io.jenkins.plugins.austa.engine.gate.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.austa.engine.gate.Finding;
import io.jenkins.plugins.austa.engine.gate.Location;
import io.jenkins.plugins.austa.engine.gate.MergedFinding;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Where in the repository a finding is shown. */
final class SarifPlaces {
  /** GitHub refuses results without a place; what has none is about what the gate was told. */
  private static final String NOWHERE = "austa.yaml";

  private static final String NPM_FOLDER = "node_modules/";
  private static final String NPM_LOCK = "package-lock.json";

  private final JsonGenerator json;
  private final Map<String, String> folders;
  private final int most;

  SarifPlaces(JsonGenerator json, Map<String, String> folders, int most) {
    this.json = json;
    this.folders = folders;
    this.most = most;
  }

  void write(MergedFinding finding) throws IOException {
    Set<Location> places = new LinkedHashSet<>();
    for (Finding source : finding.sources()) {
      if (source.location() != null && places.size() < most) {
        places.add(inRepository(source));
      }
    }
    if (places.isEmpty()) {
      places.add(new Location(NOWHERE, 0));
    }
    json.writeArrayFieldStart("locations");
    for (Location place : places) {
      write(place);
    }
    json.writeEndArray();
  }

  private void write(Location place) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(place.path()));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Math.max(1, place.line()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private Location inRepository(Finding source) {
    Location location = source.location();
    if (source.platform() != null) {
      return location;
    }
    boolean installed = location.path().startsWith(NPM_FOLDER);
    String path = installed ? NPM_LOCK : location.path();
    String folder = folders.getOrDefault(source.service(), "");
    boolean prefixed = folder.isEmpty() || folder.equals(".") || path.startsWith("/");
    return new Location(prefixed ? path : folder + "/" + path, location.line());
  }

  /** A relative reference, as the schema wants it: a path of an image may hold anything. */
  private static String uri(String path) {
    String relative = path.replaceFirst("^/+", "");
    try {
      String uri = new URI(null, null, "/" + relative, null).toASCIIString().substring(1);
      return uri.isEmpty() ? NOWHERE : uri;
    } catch (URISyntaxException e) {
      return NOWHERE;
    }
  }
}

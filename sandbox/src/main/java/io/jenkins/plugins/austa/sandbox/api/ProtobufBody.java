package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * Reads what Helm sends as protobuf: the Secrets it keeps its releases in, and the options of their
 * deletion. It sends all else as JSON, and is answered JSON always.
 */
final class ProtobufBody {
  static final String TYPE = "application/vnd.kubernetes.protobuf";

  // Every such body begins with "k8s" and a zero byte.
  private static final int MAGIC_LENGTH = 4;

  private ProtobufBody() {}

  /**
   * The same document as JSON.
   *
   * @throws ApiException 415 for any other type of object
   */
  static ObjectNode toJson(byte[] body) {
    if (body.length < MAGIC_LENGTH) {
      throw ApiException.badRequest("the body of the request is not Kubernetes protobuf");
    }
    ProtobufFields envelope =
        ProtobufFields.parse(Arrays.copyOfRange(body, MAGIC_LENGTH, body.length));
    String kind = envelope.message(1).text(2).orElse("");
    ProtobufFields object = envelope.message(2);
    return switch (kind) {
      case "Secret" -> secret(object);
      case "DeleteOptions" -> deleteOptions(object);
      default ->
          throw new ApiException(
              415,
              "UnsupportedMediaType",
              "the sandbox reads protobuf of Secret and DeleteOptions only, not of \""
                  + kind
                  + "\": send JSON");
    };
  }

  private static ObjectNode secret(ProtobufFields secret) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", "Secret").put("apiVersion", "v1");
    json.set("metadata", metadata(secret.message(1)));
    ObjectNode data = json.putObject("data");
    for (byte[] entry : secret.all(2)) {
      ProtobufFields pair = ProtobufFields.parse(entry);
      byte[] value = pair.all(2).isEmpty() ? new byte[0] : pair.all(2).get(0);
      data.put(pair.text(1).orElse(""), value);
    }
    secret.text(3).ifPresent(type -> json.put("type", type));
    return json;
  }

  private static ObjectNode metadata(ProtobufFields metadata) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "name", metadata, 1);
    put(json, "generateName", metadata, 2);
    put(json, "namespace", metadata, 3);
    put(json, "uid", metadata, 5);
    put(json, "resourceVersion", metadata, 6);
    putMap(json, "labels", metadata, 11);
    putMap(json, "annotations", metadata, 12);
    return json;
  }

  private static ObjectNode deleteOptions(ProtobufFields options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    options.number(1).ifPresent(seconds -> json.put("gracePeriodSeconds", seconds));
    ObjectNode preconditions = json.putObject("preconditions");
    put(preconditions, "uid", options.message(2), 1);
    put(preconditions, "resourceVersion", options.message(2), 2);
    put(json, "propagationPolicy", options, 4);
    options.all(5).forEach(value -> json.withArray("dryRun").add(ProtobufFields.utf8(value)));
    return json;
  }

  private static void put(ObjectNode json, String name, ProtobufFields fields, int field) {
    fields.text(field).filter(value -> !value.isEmpty()).ifPresent(value -> json.put(name, value));
  }

  private static void putMap(ObjectNode json, String name, ProtobufFields fields, int field) {
    for (byte[] entry : fields.all(field)) {
      ProtobufFields pair = ProtobufFields.parse(entry);
      json.withObject("/" + name).put(pair.text(1).orElse(""), pair.text(2).orElse(""));
    }
  }
}

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads delivered bezorgingen with third-party packages. Prints a line of JSON for each bezorging. */
class Check {
  static final ObjectMapper JSON = new ObjectMapper();

  static List<CloudEvent> readEvents(JsonNode given, Map<String, String> headers, byte[] body) throws Exception {
    if (!given.get("contentmodus").asText().equals("batch")) {
      return List.of(HttpMessageFactory.createReader(headers, body).toEvent());
    }
    // The SDK has no batches: each of its events is one in the structured mode.
    EventFormat format = EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
    List<CloudEvent> events = new ArrayList<>();
    for (JsonNode each : JSON.readTree(body)) events.add(format.deserialize(JSON.writeValueAsBytes(each)));
    return events;
  }

  static ObjectNode told(CloudEvent event) throws Exception {
    return JSON.createObjectNode()
        .put("id", event.getId())
        .put("source", event.getSource().toString())
        .put("type", event.getType())
        .put("subject", event.getSubject())
        .put("dataschema", String.valueOf(event.getDataSchema()))
        .put("dataref", String.valueOf(event.getExtension("dataref")))
        .put("sequence", String.valueOf(event.getExtension("sequence")))
        .put("zaakId", JSON.readTree(event.getData().toBytes()).get("zaakId").asText());
  }

  public static void main(String[] arguments) throws Exception {
    int number = 0;
    for (JsonNode given : JSON.readTree(System.in).get("cases")) {
      Map<String, String> headers = new HashMap<>();
      given.get("headers").fields().forEachRemaining(each -> headers.put(each.getKey(), each.getValue().asText()));
      byte[] body = Base64.getDecoder().decode(given.get("body").asText());
      ObjectNode line = JSON.createObjectNode().put("case", number++).put("library", "cloudevents");
      try {
        ArrayNode events = line.putArray("events");
        for (CloudEvent event : readEvents(given, headers, body)) events.add(told(event));
      } catch (Exception error) {
        line.put("ok", false).put("why", String.valueOf(error)).remove("events");
      }
      System.out.println(line);
    }
  }
}

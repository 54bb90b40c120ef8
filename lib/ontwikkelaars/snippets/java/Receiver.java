import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Java 17 or newer, and nothing else. */
final class Receiver {
    private static final Map<String, String> ENV = System.getenv();
    private static final String SINK = ENV.get("SINK");
    private static final String SOURCE = ENV.get("SOURCE");
    private static final String ORIGIN = ENV.get("ORIGIN");
    private static final String CREDENTIALTYPE = ENV.getOrDefault("CREDENTIALTYPE", "JWT");
    private static final List<String> SECRETS =
            Arrays.stream(ENV.getOrDefault("SECRETS", "").split(",")).filter(secret -> !secret.isEmpty()).toList();
    private static final Path SEEN = Path.of(ENV.getOrDefault("SEEN", "seen.txt"));
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int THREADS = 16;

    private static final Keys keys = new Keys(ENV.getOrDefault("JWKS_URL", ""));
    private static final Set<String> seen = new HashSet<>();

    private record Event(String id, String type, boolean isProefbericht, String data) {}

    public static void main(String[] arguments) throws IOException {
        var methods = List.of("JWT", "ACCESSTOKEN", "STANDARDWEBHOOKS", "HTTPMESSAGESIGNATURES", "NLGOVADR");
        if (!methods.contains(CREDENTIALTYPE)) stop("CREDENTIALTYPE is one of " + String.join(", ", methods));
        var hasSecret = Set.of("ACCESSTOKEN", "STANDARDWEBHOOKS").contains(CREDENTIALTYPE);
        var missing = Stream.of("SINK", "SOURCE", "ORIGIN", hasSecret ? "SECRETS" : "JWKS_URL")
                .filter(name -> ENV.getOrDefault(name, "").isEmpty())
                .toList();
        if (!missing.isEmpty()) stop("Set " + String.join(", ", missing));
        if (Files.exists(SEEN)) seen.addAll(Files.readAllLines(SEEN));
        var address = new InetSocketAddress(
                ENV.getOrDefault("HOST", "127.0.0.1"), Integer.parseInt(ENV.getOrDefault("PORT", "4000")));
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("OPTIONS")) answerHandshake(exchange);
                else answer(exchange, receive(exchange));
            }
        });
        server.start();
        System.out.println("Listening on port " + server.getAddress().getPort() + ", for " + CREDENTIALTYPE);
    }

    private static void stop(String reason) {
        System.err.println(reason);
        System.exit(1);
    }

    /** The handshake: we want deliveries of this origin, and of no other. */
    private static void answerHandshake(HttpExchange exchange) throws IOException {
        var asking = exchange.getRequestHeaders().getFirst("WebHook-Request-Origin");
        if (ORIGIN.equals(asking)) {
            exchange.getResponseHeaders().set("WebHook-Allowed-Origin", ORIGIN);
            exchange.getResponseHeaders().set("WebHook-Allowed-Rate", "*");
        } else System.err.println("Handshake refused: " + asking + " is not " + ORIGIN);
        exchange.sendResponseHeaders(204, -1);
    }

    private record Answer(int status, String reason) {}

    private static Answer receive(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) return new Answer(405, exchange.getRequestMethod());
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) return new Answer(413, "too large");
        if (ENV.containsKey("SHOW")) show(exchange, body);
        try {
            verify(headers, body);
        } catch (GeneralSecurityException refused) {
            return new Answer(401, refused.getMessage());
        } catch (IOException | InterruptedException failed) {
            // It is our trouble, no fault of the message: it may come again.
            return new Answer(503, "the keys cannot be fetched: " + failed);
        }
        List<Event> events;
        try {
            events = readEvents(headers, new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return new Answer(400, malformed.getMessage());
        }
        take(events);
        return new Answer(204, "");
    }

    /** Verifies by the method that you registered; never choose it from the request. */
    private static void verify(Map<String, String> headers, byte[] body)
            throws GeneralSecurityException, IOException, InterruptedException {
        var now = Instant.now().getEpochSecond();
        switch (CREDENTIALTYPE) {
            case "ACCESSTOKEN" -> VerifyAccessToken.verify(headers, SECRETS);
            case "STANDARDWEBHOOKS" -> VerifyStandardWebhooks.verify(headers, body, SECRETS, now);
            case "HTTPMESSAGESIGNATURES" -> keys.<Void>verify(known -> {
                VerifyHttpMessageSignature.verify("POST", headers, body, SINK, known, now);
                return null;
            });
            default -> {
                keys.verify(known -> VerifyJwt.verify(headers, body, SINK, SOURCE, known, now));
                if (CREDENTIALTYPE.equals("NLGOVADR")) keys.<Void>verify(known -> {
                    VerifyNlgovAdr.verify(headers, body, known, now);
                    return null;
                });
            }
        }
    }

    /** The events of a message that is proven: one, or more in a batch. */
    private static List<Event> readEvents(Map<String, String> headers, String body) {
        var type = headers.getOrDefault("content-type", "");
        if (type.startsWith("application/cloudevents-batch+json")) return parts(body).stream().map(Receiver::toEvent).toList();
        if (type.startsWith("application/cloudevents+json")) return List.of(toEvent(body));
        // In the binary mode the attributes are in headers, which only one of the signatures is over.
        if (!Set.of("HTTPMESSAGESIGNATURES", "ACCESSTOKEN").contains(CREDENTIALTYPE)) {
            throw new IllegalArgumentException("attributes are not signed");
        }
        if (!headers.containsKey("ce-id")) throw new IllegalArgumentException("not an event");
        var isProefbericht = "true".equals(headers.get("ce-proefbericht"));
        return List.of(
                new Event(decode(headers.get("ce-id")), decode(headers.getOrDefault("ce-type", "")), isProefbericht, body));
    }

    private static Event toEvent(String json) {
        var isProefbericht = find(json, "proefbericht").filter("true"::equals).isPresent();
        return new Event(member(json, "id"), member(json, "type"), isProefbericht, member(json, "data"));
    }

    private static String member(String json, String name) {
        return find(json, name).orElseThrow(() -> new IllegalArgumentException("not an event: no " + name));
    }

    /** The value of a member as it is written, without the quotes of a text. */
    private static Optional<String> find(String json, String name) {
        for (var part : parts(json)) {
            if (!part.startsWith("\"" + name + "\"")) continue;
            var value = part.substring(part.indexOf(':', name.length()) + 1).strip();
            return Optional.of(value.startsWith("\"") ? value.substring(1, value.length() - 1) : value);
        }
        return Optional.empty();
    }

    /**
     * Returns the parts of a JSON object or array as they are written. In your own project use your JSON
     * library.
     */
    private static List<String> parts(String json) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        var inText = false;
        for (var at = 0; at < json.length(); at++) {
            var c = json.charAt(at);
            if (c == '"') inText = !inText;
            else if (inText && c == '\\') at++;
            else if (inText) continue;
            else if (c == '{' || c == '[') from = depth++ == 0 ? at + 1 : from;
            else if (c == ',' && depth == 1 || (c == '}' || c == ']') && --depth == 0) {
                parts.add(json.substring(from, at).strip());
                from = at + 1;
            }
        }
        return parts;
    }

    private static String decode(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * Does what you do with an event, once, also when it comes again after a restart: ids are kept in a file.
     * In production they are a table, in the same transaction as what you do. A test message (proefbericht)
     * is of no zaak: nothing is done with it.
     */
    private static synchronized void take(List<Event> events) throws IOException {
        for (var event : events) {
            if (event.isProefbericht()) System.out.println("Test message, not applied: " + event.type());
            if (event.isProefbericht() || seen.contains(event.id())) continue;
            System.out.println(event.type() + " " + event.data());
            Files.writeString(
                    SEEN, "\n" + event.id(), StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
            seen.add(event.id());
        }
    }

    /**
     * The message as the message check of /ontwikkelaars wants it. The token in it is valid for two minutes.
     */
    private static void show(HttpExchange exchange, byte[] body) {
        var lines = new StringJoiner("\n");
        lines.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getProtocol());
        exchange.getRequestHeaders().forEach((name, values) -> lines.add(name + ": " + String.join(", ", values)));
        System.out.println(lines.add("").add(new String(body, StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 204) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        System.err.println("Refused with " + answer.status() + ": " + answer.reason());
        var text = String.valueOf(answer.reason()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length);
        exchange.getResponseBody().write(text);
    }
}

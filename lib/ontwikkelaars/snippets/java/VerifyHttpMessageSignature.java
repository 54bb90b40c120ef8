import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.util.*;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

final class VerifyHttpMessageSignature {
    private static final long TOLERANCE_SECONDS = 5;
    private static final Set<String> ALWAYS_COVERED =
            Set.of("@method", "@target-uri", "content-type", "content-digest");
    private static final Pattern INPUT = Pattern.compile("zaak=(\\(([^()]*)\\);(.+))");
    private static final Pattern SIGNATURE = Pattern.compile("zaak=:([A-Za-z0-9+/]+={0,2}):");

    /**
     * Throws when the message is not proven.
     *
     * @param headers with names in lower case
     * @param sink the address that you registered
     * @param now seconds since 1970
     */
    static void verify(
            String method, Map<String, String> headers, byte[] body, String sink, Map<String, PublicKey> keys, long now)
            throws GeneralSecurityException {
        var input = INPUT.matcher(headers.getOrDefault("signature-input", ""));
        var signature = SIGNATURE.matcher(headers.getOrDefault("signature", ""));
        if (!input.matches() || !signature.matches()) throw new SignatureException("no signature");
        var parameters = new HashMap<String, String>();
        for (var each : input.group(3).split(";")) {
            var pair = each.split("=", 2);
            if (pair.length == 2) parameters.put(pair[0], pair[1].replace("\"", ""));
        }

        var components = Pattern.compile("\"([^\"]+)\"").matcher(input.group(2)).results();
        var names = components.map((MatchResult found) -> found.group(1)).toList();
        var required = new HashSet<>(ALWAYS_COVERED);
        for (var name : headers.keySet()) {
            if (name.startsWith("ce-") || name.equals("webhook-request-origin")) required.add(name);
        }
        if (!names.containsAll(required)) throw new SignatureException("header not signed");
        var values = new HashMap<>(headers);
        values.put("@method", method);
        values.put("@target-uri", targetUri(sink));
        var base = new StringBuilder();
        for (var name : names) base.append('"').append(name).append("\": ").append(values.get(name)).append('\n');
        base.append("\"@signature-params\": ").append(input.group(1));

        var key = keys.get(parameters.getOrDefault("keyid", ""));
        var isOurs = "zaaknotificatie".equals(parameters.get("tag")) && key != null && key.getAlgorithm().equals("EdDSA");
        if (!isOurs) throw new Keys.UnknownKey();
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(base.toString().getBytes(StandardCharsets.UTF_8));
        var bytes = Keys.decode(Base64.getDecoder(), signature.group(1));
        if (!verifier.verify(bytes)) throw new SignatureException("signature differs");
        var created = Long.parseLong(parameters.get("created"));
        var expires = Long.parseLong(parameters.get("expires"));
        if (now < created - TOLERANCE_SECONDS || now > expires + TOLERANCE_SECONDS) throw new SignatureException("expired");
        var digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        if (!("sha-256=:" + digest + ":").equals(headers.get("content-digest"))) throw new SignatureException("body differs");
    }

    /**
     * The sink as it is signed: scheme and host in lower case, no default port, a path without . and .., no
     * fragment.
     */
    private static String targetUri(String sink) {
        var uri = URI.create(sink);
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var host = uri.getRawAuthority().toLowerCase(Locale.ROOT).replaceFirst(scheme.equals("https") ? ":443$" : ":80$", "");
        var path = new ArrayDeque<String>();
        var parts = List.of(uri.getRawPath().split("/", -1));
        for (var part : parts.subList(1, parts.size())) {
            if (part.equals("..")) path.pollLast();
            else if (!part.equals(".")) path.add(part);
        }
        if (Set.of(".", "..").contains(parts.get(parts.size() - 1))) path.add("");
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return scheme + "://" + host + "/" + String.join("/", path) + query;
    }
}

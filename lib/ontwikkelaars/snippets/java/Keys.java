import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.*;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import java.util.regex.Pattern;

final class Keys {
    /** The X.509 prefix of the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    /** A message names a key that we do not have. */
    static final class UnknownKey extends SignatureException {
        private static final long serialVersionUID = 1L;

        UnknownKey() {
            super("unknown key");
        }
    }

    interface Verification<T> {
        T verify(Map<String, PublicKey> keys) throws GeneralSecurityException;
    }

    private final URI url;
    private Map<String, PublicKey> keys;
    private Instant fetched = Instant.MIN;
    private Instant askedAgain = Instant.MIN;

    /**
     * The keys at an address, kept for ten minutes. For a message that names another one they are fetched
     * again, at most twice a minute, because anybody can make one up.
     */
    Keys(String url) {
        this.url = URI.create(url);
    }

    /**
     * Verifies with the keys.
     *
     * @throws IOException when they cannot be fetched: no fault of the message, which may come again
     */
    <T> T verify(Verification<T> verification) throws GeneralSecurityException, IOException, InterruptedException {
        var used = current();
        try {
            return verification.verify(used);
        } catch (UnknownKey unknown) {
            var newer = newerThan(used);
            if (newer == used) throw unknown;
            return verification.verify(newer);
        }
    }

    private synchronized Map<String, PublicKey> current() throws IOException, InterruptedException {
        if (fetched.isBefore(Instant.now().minus(KEPT))) fetch();
        return keys;
    }

    /** The same when it is too soon to ask again. Another message may have had them fetched meanwhile. */
    private synchronized Map<String, PublicKey> newerThan(Map<String, PublicKey> used)
            throws IOException, InterruptedException {
        if (keys == used && askedAgain.isBefore(Instant.now().minus(BETWEEN))) {
            askedAgain = Instant.now();
            fetch();
        }
        return keys;
    }

    private void fetch() throws IOException, InterruptedException {
        // A cache on the way may not know the key that makes us ask.
        var request = HttpRequest.newBuilder(url).header("Cache-Control", "no-cache").timeout(Duration.ofSeconds(3)).build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) throw new IOException("no keys: " + response.statusCode());
        try {
            keys = read(response.body());
        } catch (GeneralSecurityException malformed) {
            throw new IOException("no keys", malformed);
        }
        fetched = Instant.now();
    }

    /** Public keys by their kid, from a JWK set. */
    static Map<String, PublicKey> read(String jwks) throws GeneralSecurityException {
        var keys = new HashMap<String, PublicKey>();
        for (var each = Pattern.compile("\\{[^{}]*\\}").matcher(jwks); each.find(); ) {
            keys.put(member(each.group(), "kid"), toPublicKey(each.group()));
        }
        return keys;
    }

    private static PublicKey toPublicKey(String jwk) throws GeneralSecurityException {
        switch (member(jwk, "kty")) {
            case "EC":
                var curve = AlgorithmParameters.getInstance("EC");
                curve.init(new ECGenParameterSpec("secp256r1"));
                var point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
                var spec = new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class));
                return KeyFactory.getInstance("EC").generatePublic(spec);
            case "OKP":
                var x = Base64.getUrlDecoder().decode(member(jwk, "x"));
                var encoded = Arrays.copyOf(ED25519, ED25519.length + x.length);
                System.arraycopy(x, 0, encoded, ED25519.length, x.length);
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            default:
                var rsa = new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e"));
                return KeyFactory.getInstance("RSA").generatePublic(rsa);
        }
    }

    /** Bytes of a part of a message, which anybody can have written. */
    static byte[] decode(Base64.Decoder decoder, String text) throws SignatureException {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new SignatureException("not base64", malformed);
        }
    }

    private static BigInteger number(String jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(member(jwk, name)));
    }

    /**
     * A text or whole number in a JSON object; "" when it is not there. Enough for our keys and tokens, which
     * hold no escapes. In your own project use your JSON library.
     */
    static String member(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|(\\d+))").matcher(json);
        if (!found.find()) return "";
        return found.group(1) != null ? found.group(1) : found.group(2);
    }
}

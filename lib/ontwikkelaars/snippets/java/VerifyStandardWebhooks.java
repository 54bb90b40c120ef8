import java.nio.charset.StandardCharsets;
import java.security.*;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class VerifyStandardWebhooks {
    private static final long TOLERANCE_SECONDS = 300;

    /**
     * Returns the id of the message, or throws when it is not proven.
     *
     * @param secrets start with whsec_; two while you rotate
     * @param now seconds since 1970
     */
    static String verify(Map<String, String> headers, byte[] body, List<String> secrets, long now)
            throws GeneralSecurityException {
        var id = headers.getOrDefault("webhook-id", "");
        var timestamp = headers.getOrDefault("webhook-timestamp", "");
        if (!id.matches("[\\w-]+") || !timestamp.matches("\\d{1,11}")) throw new SignatureException("no id or timestamp");
        if (Math.abs(now - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) throw new SignatureException("expired");

        var signatures = headers.getOrDefault("webhook-signature", "").split(" ");
        for (var secret : secrets) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            mac.update(bytes(id + "." + timestamp + "."));
            var expected = bytes("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
            for (var signature : signatures) if (MessageDigest.isEqual(expected, bytes(signature))) return id;
        }
        throw new SignatureException("signature differs");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

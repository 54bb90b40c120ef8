import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.*;

final class VerifyNlgovAdr {
    private static final long TOLERANCE_SECONDS = 300;

    /**
     * Throws when the message is not proven. The signature does not say for whom it is: verify the token
     * (JWT) of the same request too.
     *
     * @param now seconds since 1970
     */
    static void verify(Map<String, String> headers, byte[] body, Map<String, PublicKey> keys, long now)
            throws GeneralSecurityException {
        var parts = headers.getOrDefault("nlgov-adr-payload-sig", "").split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) throw new SignatureException("no signature");
        var header = new String(Keys.decode(Base64.getUrlDecoder(), parts[0]), StandardCharsets.UTF_8);
        var key = keys.get(Keys.member(header, "kid"));
        var isOurs = Keys.member(header, "alg").equals("PS256")
                && header.contains("\"pars\":[\"digest\"]")
                && header.contains("\"b64\":false")
                && header.contains("\"crit\":[\"b64\",\"sigD\"]");
        if (!isOurs || !(key instanceof RSAPublicKey)) throw new Keys.UnknownKey();

        var hash = MessageDigest.getInstance("SHA-256").digest(body);
        var digest = "SHA-256=" + Base64.getEncoder().encodeToString(hash);
        if (!digest.equals(headers.get("digest"))) throw new SignatureException("body differs");
        var verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        verifier.initVerify(key);
        verifier.update((parts[0] + ".digest: " + digest).getBytes(StandardCharsets.US_ASCII));
        var signature = Keys.decode(Base64.getUrlDecoder(), parts[2]);
        if (!verifier.verify(signature)) throw new SignatureException("signature differs");
        var signedAt = Long.parseLong(Keys.member(header, "iat"));
        if (Math.abs(now - signedAt) > TOLERANCE_SECONDS) throw new SignatureException("expired");
    }
}

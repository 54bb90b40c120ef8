import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.interfaces.ECPublicKey;
import java.util.*;

final class VerifyJwt {
    private static final long TOLERANCE_SECONDS = 5;

    /**
     * Returns the claims (JSON), or throws when the message is not proven.
     *
     * @param headers with names in lower case
     * @param body the bytes that came, before anything parses them
     * @param sink what you registered
     * @param source whom you trust
     * @param now seconds since 1970
     */
    static String verify(
            Map<String, String> headers, byte[] body, String sink, String source, Map<String, PublicKey> keys, long now)
            throws GeneralSecurityException {
        var authorization = headers.getOrDefault("authorization", "");
        var parts = authorization.replaceFirst("^Bearer ", "").split("\\.", -1);
        if (!authorization.startsWith("Bearer ") || parts.length != 3) throw new SignatureException("no token");
        var header = fromBase64url(parts[0]);
        var key = keys.get(Keys.member(header, "kid"));
        var isOurs = Keys.member(header, "alg").equals("ES256") && Keys.member(header, "typ").equals("webhook+jwt");
        if (!isOurs || !(key instanceof ECPublicKey)) throw new Keys.UnknownKey();
        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(key);
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!verifier.verify(Keys.decode(Base64.getUrlDecoder(), parts[2]))) throw new SignatureException("signature differs");

        var claims = fromBase64url(parts[1]);
        var issuer = Keys.member(claims, "iss");
        if (!issuer.equals(source)) throw new SignatureException("not for us: from " + issuer + ", not " + source);
        var audience = Keys.member(claims, "aud");
        if (!audience.equals(sink)) throw new SignatureException("not for us: to " + audience + ", not " + sink);
        var issuedAt = Long.parseLong(Keys.member(claims, "iat"));
        var expires = Long.parseLong(Keys.member(claims, "exp"));
        if (now < issuedAt - TOLERANCE_SECONDS || now > expires + TOLERANCE_SECONDS) {
            throw new SignatureException("expired");
        }
        var digest = MessageDigest.getInstance("SHA-256").digest(body);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        if (!Keys.member(claims, "body_sha256").equals(text)) throw new SignatureException("body differs");
        return claims;
    }

    private static String fromBase64url(String text) throws SignatureException {
        return new String(Keys.decode(Base64.getUrlDecoder(), text), StandardCharsets.UTF_8);
    }
}

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SignatureException;
import java.util.*;

final class VerifyAccessToken {
    /**
     * Throws unless the request bears one of your tokens: two while you rotate. Proves nothing about the
     * content.
     */
    static void verify(Map<String, String> headers, List<String> tokens) throws SignatureException {
        var presented = bytes(headers.getOrDefault("authorization", ""));
        var isKnown = tokens.stream().anyMatch(token -> MessageDigest.isEqual(bytes("Bearer " + token), presented));
        if (!isKnown) throw new SignatureException("unknown token");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

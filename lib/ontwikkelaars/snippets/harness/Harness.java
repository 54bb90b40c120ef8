import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.*;

/**
 * Reads cases from standard input, one a line, and prints whether the snippet for each accepts it. The keys
 * are those of the case, or at an address, when it is given one.
 */
final class Harness {
    public static void main(String[] arguments) throws Exception {
        var keysAt = arguments.length > 0 ? new Keys(arguments[0]) : null;
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var fields = line.split(" ", -1);
            var now = Long.parseLong(fields[1]);
            var sink = text(fields[3]);
            var geheim = List.of(text(fields[5]));
            var headers = new HashMap<String, String>();
            for (var each : text(fields[6]).split("\n")) headers.put(each.split(": ", 2)[0], each.split(": ", 2)[1]);
            var body = Base64.getDecoder().decode(fields[7]);
            Keys.Verification<Object> verification = keys -> {
                switch (fields[0]) {
                    case "JWT" -> VerifyJwt.verify(headers, body, sink, text(fields[4]), keys, now);
                    case "ACCESSTOKEN" -> VerifyAccessToken.verify(headers, geheim);
                    case "STANDARDWEBHOOKS" -> VerifyStandardWebhooks.verify(headers, body, geheim, now);
                    case "HTTPMESSAGESIGNATURES" -> VerifyHttpMessageSignature.verify("POST", headers, body, sink, keys, now);
                    default -> VerifyNlgovAdr.verify(headers, body, keys, now);
                }
                return null;
            };
            try {
                if (keysAt != null) keysAt.verify(verification);
                else verification.verify(Keys.read(text(fields[2])));
                System.out.println("accepted");
            } catch (GeneralSecurityException refused) {
                System.out.println("refused: " + refused.getMessage());
            }
        }
    }

    private static String text(String field) {
        return new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8);
    }
}

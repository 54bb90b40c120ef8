using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

public static class VerifyStandardWebhooks
{
    private const long ToleranceSeconds = 300;

    /// <summary>Returns the id of the message, or throws when it is not proven.</summary>
    /// <param name="secrets">start with whsec_; two while you rotate</param>
    /// <param name="now">seconds since 1970</param>
    public static string Verify(
        IReadOnlyDictionary<string, string> headers, byte[] body, IEnumerable<string> secrets, long now)
    {
        var id = headers.GetValueOrDefault("webhook-id", "");
        var timestamp = headers.GetValueOrDefault("webhook-timestamp", "");
        if (!Regex.IsMatch(id, @"\A[\w-]+\z") || !long.TryParse(timestamp, out var seconds))
            throw new CryptographicException("no id or timestamp");
        if (Math.Abs(now - seconds) > ToleranceSeconds) throw new CryptographicException("expired");

        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var signatures = headers.GetValueOrDefault("webhook-signature", "").Split(' ')
            .Select(signature => Encoding.UTF8.GetBytes(signature));
        var isProven = secrets.Any(secret =>
        {
            var key = Convert.FromBase64String(secret["whsec_".Length..]);
            var digest = Convert.ToBase64String(HMACSHA256.HashData(key, content));
            var expected = Encoding.UTF8.GetBytes($"v1,{digest}");
            return signatures.Any(signature => CryptographicOperations.FixedTimeEquals(expected, signature));
        });
        if (!isProven) throw new CryptographicException("signature differs");
        return id;
    }
}

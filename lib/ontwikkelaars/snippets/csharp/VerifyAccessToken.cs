using System.Security.Cryptography;
using System.Text;

public static class VerifyAccessToken
{
    /// <summary>Throws unless the request bears one of your tokens: two while you rotate. Proves nothing
    /// about the content.</summary>
    public static void Verify(IReadOnlyDictionary<string, string> headers, IEnumerable<string> tokens)
    {
        var presented = Encoding.UTF8.GetBytes(headers.GetValueOrDefault("authorization", ""));
        var isKnown = tokens.Any(token =>
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes($"Bearer {token}"), presented));
        if (!isKnown) throw new CryptographicException("unknown token");
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

public static class VerifyJwt
{
    private const long ToleranceSeconds = 5;

    /// <summary>Returns the claims, or throws when the message is not proven.</summary>
    /// <param name="headers">with names in lower case</param>
    /// <param name="body">the bytes that came, before anything parses them</param>
    /// <param name="sink">what you registered</param>
    /// <param name="source">whom you trust</param>
    /// <param name="now">seconds since 1970</param>
    public static JsonElement Verify(
        IReadOnlyDictionary<string, string> headers, byte[] body, string sink, string source, Keys keys, long now)
    {
        var authorization = headers.GetValueOrDefault("authorization", "");
        var parts = authorization.StartsWith("Bearer ") ? authorization["Bearer ".Length..].Split('.') : [];
        if (parts.Length != 3) throw new CryptographicException("no token");
        var header = Parse(parts[0]);
        var isOurs = Text(header, "alg") == "ES256" && Text(header, "typ") == "webhook+jwt";
        var jwk = keys.Find(Text(header, "kid"), "ES256");
        if (!isOurs || jwk is null) throw new UnknownKeyException();
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Keys.Member(jwk.Value, "x"), Y = Keys.Member(jwk.Value, "y") },
        });
        var signature = Base64Url.DecodeFromChars(parts[2]);
        if (!key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature, HashAlgorithmName.SHA256))
            throw new CryptographicException("signature differs");

        var claims = Parse(parts[1]);
        if (Text(claims, "iss") is var issuer && issuer != source)
            throw new CryptographicException($"not for us: from {issuer}, not {source}");
        if (Text(claims, "aud") is var audience && audience != sink)
            throw new CryptographicException($"not for us: to {audience}, not {sink}");
        var issuedAt = claims.GetProperty("iat").GetInt64();
        var expires = claims.GetProperty("exp").GetInt64();
        if (now < issuedAt - ToleranceSeconds || now > expires + ToleranceSeconds)
            throw new CryptographicException("expired");
        if (Text(claims, "body_sha256") != Base64Url.EncodeToString(SHA256.HashData(body)))
            throw new CryptographicException("body differs");
        return claims;
    }

    private static JsonElement Parse(string text) =>
        JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(text));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}

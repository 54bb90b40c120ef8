using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

public static class VerifyNlgovAdr
{
    private const long ToleranceSeconds = 300;

    private sealed record Header(string? Alg, string? Kid, long Iat, bool? B64, string[]? Crit, SigD? SigD);
    private sealed record SigD(string[]? Pars);

    /// <summary> Throws when the message is not proven. The signature does not say for whom it is: verify the
    /// token (JWT) of the same request too. </summary> <param name="now">seconds since 1970</param>
    public static void Verify(IReadOnlyDictionary<string, string> headers, byte[] body, Keys keys, long now)
    {
        var parts = headers.GetValueOrDefault("nlgov-adr-payload-sig", "").Split('.');
        if (parts is not [var encodedHeader, "", var encodedSignature]) throw new CryptographicException("no signature");
        var header = JsonSerializer.Deserialize<Header>(
            Base64Url.DecodeFromChars(encodedHeader), JsonSerializerOptions.Web);
        var isOurs = header is { Alg: "PS256", B64: false, Crit: ["b64", "sigD"], SigD.Pars: ["digest"] };
        var jwk = isOurs ? keys.Find(header!.Kid, "PS256") : null;
        if (jwk is null) throw new UnknownKeyException();

        var digest = $"SHA-256={Convert.ToBase64String(SHA256.HashData(body))}";
        if (headers.GetValueOrDefault("digest") != digest) throw new CryptographicException("body differs");
        using var key = RSA.Create(new RSAParameters
        {
            Modulus = Keys.Member(jwk.Value, "n"),
            Exponent = Keys.Member(jwk.Value, "e"),
        });
        var signed = Encoding.ASCII.GetBytes($"{encodedHeader}.digest: {digest}");
        var signature = Base64Url.DecodeFromChars(encodedSignature);
        if (!key.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))
            throw new CryptographicException("signature differs");
        if (Math.Abs(now - header!.Iat) > ToleranceSeconds) throw new CryptographicException("expired");
    }
}

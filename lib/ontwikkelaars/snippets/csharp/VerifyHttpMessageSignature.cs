// dotnet add package BouncyCastle.Cryptography  (.NET has no Ed25519 of its own)
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

public static class VerifyHttpMessageSignature
{
    private const long ToleranceSeconds = 5;
    private static readonly string[] AlwaysCovered = ["@method", "@target-uri", "content-type", "content-digest"];

    /// <summary>Throws when the message is not proven.</summary>
    /// <param name="headers">with names in lower case</param>
    /// <param name="sink">the address that you registered</param>
    /// <param name="now">seconds since 1970</param>
    public static void Verify(
        string method, IReadOnlyDictionary<string, string> headers, byte[] body, string sink, Keys keys, long now)
    {
        var input = Regex.Match(headers.GetValueOrDefault("signature-input", ""), @"\Azaak=(\(([^()]*)\);(.+))\z");
        var encoded = Regex.Match(headers.GetValueOrDefault("signature", ""), @"\Azaak=:([A-Za-z0-9+/]+={0,2}):\z");
        if (!input.Success || !encoded.Success) throw new CryptographicException("no signature");
        var parameters = input.Groups[3].Value.Split(';').Select(each => each.Split('=', 2))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1].Trim('"'));

        var components = Regex.Matches(input.Groups[2].Value, "\"([^\"]+)\"").Select(found => found.Groups[1].Value).ToList();
        var ours = headers.Keys.Where(name => name.StartsWith("ce-") || name == "webhook-request-origin");
        if (AlwaysCovered.Concat(ours).Except(components).Any()) throw new CryptographicException("header not signed");
        var target = new Uri(sink).GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        var values = new Dictionary<string, string>(headers) { ["@method"] = method, ["@target-uri"] = target };
        var lines = components.Select(name => $"\"{name}\": {values.GetValueOrDefault(name)}\n");
        var signed = Encoding.UTF8.GetBytes($"{string.Concat(lines)}\"@signature-params\": {input.Groups[1].Value}");

        var jwk = keys.Find(parameters.GetValueOrDefault("keyid"), "Ed25519");
        if (jwk is null || parameters.GetValueOrDefault("tag") != "zaaknotificatie")
            throw new UnknownKeyException();
        var verifier = new Ed25519Signer();
        verifier.Init(false, new Ed25519PublicKeyParameters(Keys.Member(jwk.Value, "x"), 0));
        verifier.BlockUpdate(signed, 0, signed.Length);
        if (!verifier.VerifySignature(Convert.FromBase64String(encoded.Groups[1].Value)))
            throw new CryptographicException("signature differs");
        var created = long.Parse(parameters["created"]);
        var expires = long.Parse(parameters["expires"]);
        if (now < created - ToleranceSeconds || now > expires + ToleranceSeconds)
            throw new CryptographicException("expired");
        var digest = Convert.ToBase64String(SHA256.HashData(body));
        if (headers.GetValueOrDefault("content-digest") != $"sha-256=:{digest}:")
            throw new CryptographicException("body differs");
    }
}

using System.Buffers.Text;
using System.Text.Json;

/// <summary>Public keys (JWK) by their kid. Needs .NET 9 or later.</summary>
public sealed class Keys(IReadOnlyDictionary<string, JsonElement> jwks)
{
    /// <summary>
    /// Keep the keys for ten minutes. Fetch them again when a message names one that you do not have, at most twice a minute.
    /// </summary>
    public static async Task<Keys> Fetch(HttpClient client, string url) => Read(await client.GetStringAsync(url));

    public static Keys Read(string text)
    {
        using var set = JsonDocument.Parse(text);
        var keys = set.RootElement.GetProperty("keys").EnumerateArray().Select(jwk => jwk.Clone());
        return new Keys(keys.ToDictionary(jwk => jwk.GetProperty("kid").GetString()!));
    }

    /// <summary>The key with this kid, if it is for this algorithm.</summary>
    public JsonElement? Find(string? kid, string alg) =>
        kid is not null && jwks.TryGetValue(kid, out var jwk) && jwk.GetProperty("alg").GetString() == alg ? jwk : null;

    public static byte[] Member(JsonElement jwk, string name) =>
        Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
}

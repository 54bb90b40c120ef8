using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

/// <summary>A message names a key that we do not have.</summary>
public sealed class UnknownKeyException() : CryptographicException("unknown key");

/// <summary> The keys at an address, kept for ten minutes. For a message that names another one they are
/// fetched again, at most twice a minute, because anybody can make one up. </summary>
public sealed class KeySet(HttpClient client, string url)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim turn = new(1);
    private Keys? keys;
    private DateTime fetched, askedAgain;

    /// <summary> Verifies with the keys. Throws what that throws, or HttpRequestException,
    /// TaskCanceledException or JsonException when they cannot be fetched: no fault of the message, which may
    /// come again. </summary>
    public async Task Verify(Action<Keys> verify)
    {
        var used = await Newest(unknownTo: null);
        try
        {
            verify(used);
        }
        catch (UnknownKeyException)
        {
            var newer = await Newest(unknownTo: used);
            if (newer == used) throw;
            verify(newer);
        }
    }

    private async Task<Keys> Newest(Keys? unknownTo)
    {
        await turn.WaitAsync();
        try
        {
            var now = DateTime.UtcNow;
            // Another message may have had them fetched meanwhile.
            var isAskedAgain = unknownTo is not null && keys == unknownTo && now - askedAgain > Between;
            if (isAskedAgain) askedAgain = now;
            if (keys is null || now - fetched > Kept || isAskedAgain)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                // A cache on the way may not know the key that makes us ask.
                request.Headers.CacheControl = new() { NoCache = true };
                using var response = await client.SendAsync(request);
                keys = Keys.Read(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
                fetched = now;
            }
            return keys;
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>Public keys (JWK) by their kid. Needs .NET 9 or later.</summary>
public sealed class Keys(IReadOnlyDictionary<string, JsonElement> jwks)
{
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

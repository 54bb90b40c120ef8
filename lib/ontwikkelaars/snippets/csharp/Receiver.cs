// .NET 9 or later, with receiver.csproj in the same folder: dotnet run
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

const int MaxBytes = 1024 * 1024;
const int AtOnce = 16;

string Setting(string name, string standard = "") =>
    Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : standard;

var (sink, source, origin) = (Setting("SINK"), Setting("SOURCE"), Setting("ORIGIN"));
var (credentialtype, seenFile) = (Setting("CREDENTIALTYPE", "JWT"), Setting("SEEN", "seen.txt"));
var secrets = Setting("SECRETS").Split(',', StringSplitOptions.RemoveEmptyEntries);
string[] methods = ["JWT", "ACCESSTOKEN", "STANDARDWEBHOOKS", "HTTPMESSAGESIGNATURES", "NLGOVADR"];
if (!methods.Contains(credentialtype)) return Stop($"CREDENTIALTYPE is one of {string.Join(", ", methods)}");
var proof = credentialtype is "ACCESSTOKEN" or "STANDARDWEBHOOKS" ? "SECRETS" : "JWKS_URL";
string[] missing = [.. new[] { "SINK", "SOURCE", "ORIGIN", proof }.Where(name => Setting(name) == "")];
if (missing.Length > 0) return Stop($"Set {string.Join(", ", missing)}");
var keySet = new KeySet(new HttpClient { Timeout = TimeSpan.FromSeconds(3) }, Setting("JWKS_URL"));
var seen = File.Exists(seenFile) ? File.ReadAllLines(seenFile).ToHashSet() : [];

var (host, port) = (Setting("HOST", "127.0.0.1"), Setting("PORT", "4000"));
using var listener = new HttpListener();
listener.Prefixes.Add($"http://{(host == "0.0.0.0" ? "*" : host)}:{port}/");
listener.Start();
Console.WriteLine($"Listening on port {port}, for {credentialtype}");
await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
{
    while (true) await Serve(await listener.GetContextAsync());
}));
return 0;

int Stop(string reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}

async Task Serve(HttpListenerContext context)
{
    using var response = context.Response;
    try
    {
        if (context.Request.HttpMethod == "OPTIONS")
        {
            response.StatusCode = 204;
            // The handshake: we want deliveries of this origin, and of no other.
            if (context.Request.Headers["WebHook-Request-Origin"] is var asking && asking != origin)
            {
                Console.Error.WriteLine($"Handshake refused: {asking} is not {origin}");
                return;
            }
            response.Headers["WebHook-Allowed-Origin"] = origin;
            response.Headers["WebHook-Allowed-Rate"] = "*";
            return;
        }
        var (status, reason) = await Receive(context.Request);
        response.StatusCode = status;
        if (status == 204) return;
        Console.Error.WriteLine($"Refused with {status}: {reason}");
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(reason));
    }
    catch (Exception failed)
    {
        Console.Error.WriteLine(failed.Message);
        response.Abort();
    }
}

async Task<(int Status, string Reason)> Receive(HttpListenerRequest request)
{
    if (request.HttpMethod != "POST") return (405, request.HttpMethod);
    if (request.ContentLength64 is < 0 or > MaxBytes) return (413, "too large, or of no known size");
    var body = new byte[request.ContentLength64];
    await request.InputStream.ReadExactlyAsync(body);
    if (Setting("SHOW") != "")
    {
        // In the format that the message check of /ontwikkelaars reads. The token in it is valid for two
        // minutes.
        var lines = request.Headers.AllKeys.Select(name => $"{name}: {request.Headers[name]}");
        var head = string.Join('\n', lines.Prepend($"{request.HttpMethod} {request.RawUrl} HTTP/{request.ProtocolVersion}"));
        Console.WriteLine($"{head}\n\n{Encoding.UTF8.GetString(body)}");
    }
    var headers = request.Headers.AllKeys.ToDictionary(name => name!.ToLowerInvariant(), name => request.Headers[name]!);
    try
    {
        await Verify(headers, body);
    }
    catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
    {
        // It is our trouble, no fault of the message: it may come again.
        return (503, $"the keys cannot be fetched: {failed.Message}");
    }
    catch (Exception refused)
    {
        return (401, refused.Message);
    }
    List<Event> events;
    try
    {
        events = ReadEvents(headers, body);
    }
    catch (Exception malformed)
    {
        return (400, malformed.Message);
    }
    Take(events);
    return (204, "");
}

// Verifies by the method that you registered; never choose it from the request.
async Task Verify(Dictionary<string, string> headers, byte[] body)
{
    var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    switch (credentialtype)
    {
        case "ACCESSTOKEN":
            VerifyAccessToken.Verify(headers, secrets);
            break;
        case "STANDARDWEBHOOKS":
            VerifyStandardWebhooks.Verify(headers, body, secrets, now);
            break;
        case "HTTPMESSAGESIGNATURES":
            await keySet.Verify(keys => VerifyHttpMessageSignature.Verify("POST", headers, body, sink, keys, now));
            break;
        default:
            await keySet.Verify(keys =>
            {
                VerifyJwt.Verify(headers, body, sink, source, keys, now);
                if (credentialtype == "NLGOVADR") VerifyNlgovAdr.Verify(headers, body, keys, now);
            });
            break;
    }
}

// The events of a message that is proven: one, or more in a batch.
List<Event> ReadEvents(Dictionary<string, string> headers, byte[] body)
{
    var type = headers.GetValueOrDefault("content-type", "");
    var content = JsonSerializer.Deserialize<JsonElement>(body);
    if (type.StartsWith("application/cloudevents-batch+json")) return content.EnumerateArray().Select(ToEvent).ToList();
    if (type.StartsWith("application/cloudevents+json")) return [ToEvent(content)];
    // In the binary mode the attributes are in headers, which only one of the signatures is over.
    if (credentialtype is not ("HTTPMESSAGESIGNATURES" or "ACCESSTOKEN"))
        throw new CryptographicException("attributes are not signed");
    var isProefbericht = headers.GetValueOrDefault("ce-proefbericht") == "true";
    return [new Event(Uri.UnescapeDataString(headers["ce-id"]), Uri.UnescapeDataString(headers["ce-type"]), isProefbericht, content)];
}

static Event ToEvent(JsonElement json) =>
    new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("type").GetString()!,
        json.TryGetProperty("proefbericht", out var proefbericht) && proefbericht.ValueKind == JsonValueKind.True,
        json.GetProperty("data"));

// Does what you do with an event, once, also when it comes again after a restart: ids are kept in a file. In
// production they are a table, in the same transaction as what you do. A test message (proefbericht) is of no
// zaak: nothing is done with it.
void Take(List<Event> events)
{
    lock (seen)
    {
        foreach (var (id, type, isProefbericht, data) in events.Where(each => !seen.Contains(each.Id)))
        {
            if (isProefbericht)
            {
                Console.WriteLine($"Test message, not applied: {type}");
                continue;
            }
            Console.WriteLine($"{type} {data}");
            using var file = new FileStream(seenFile, FileMode.Append);
            file.Write(Encoding.UTF8.GetBytes($"\n{id}"));
            file.Flush(flushToDisk: true);
            seen.Add(id);
        }
    }
}

internal sealed record Event(string Id, string Type, bool IsProefbericht, JsonElement Data);

// Reads cases from standard input, one a line, and prints whether the snippet for each accepts it. The keys
// are those of the case, or at an address, when it is given one.
using System.Text;

var keysAt = args.Length > 0 ? new KeySet(new HttpClient(), args[0]) : null;

while (Console.ReadLine() is { } line)
{
    var fields = line.Split(' ');
    var now = long.Parse(fields[1]);
    var sink = Decode(fields[3]);
    string[] geheim = [Decode(fields[5])];
    var headers = Decode(fields[6]).Split('\n').Select(each => each.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
    var body = Convert.FromBase64String(fields[7]);
    void Verify(Keys keys)
    {
        switch (fields[0])
        {
            case "JWT": VerifyJwt.Verify(headers, body, sink, Decode(fields[4]), keys, now); break;
            case "ACCESSTOKEN": VerifyAccessToken.Verify(headers, geheim); break;
            case "STANDARDWEBHOOKS": VerifyStandardWebhooks.Verify(headers, body, geheim, now); break;
            case "HTTPMESSAGESIGNATURES": VerifyHttpMessageSignature.Verify("POST", headers, body, sink, keys, now); break;
            default: VerifyNlgovAdr.Verify(headers, body, keys, now); break;
        }
    }
    try
    {
        if (keysAt is not null) await keysAt.Verify(Verify);
        else Verify(Keys.Read(Decode(fields[2])));
        Console.WriteLine("accepted");
    }
    catch (Exception refused)
    {
        Console.WriteLine($"refused: {refused.Message}");
    }
}

static string Decode(string field) => Encoding.UTF8.GetString(Convert.FromBase64String(field));

// Reads cases from standard input, one a line, and prints whether the snippet for each accepts it.
using System.Text;

while (Console.ReadLine() is { } line)
{
    var fields = line.Split(' ');
    var keys = Keys.Read(Decode(fields[2]));
    var now = long.Parse(fields[1]);
    var sink = Decode(fields[3]);
    string[] geheim = [Decode(fields[5])];
    var headers = Decode(fields[6]).Split('\n').Select(each => each.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
    var body = Convert.FromBase64String(fields[7]);
    try
    {
        switch (fields[0])
        {
            case "JWT": VerifyJwt.Verify(headers, body, sink, Decode(fields[4]), keys, now); break;
            case "ACCESSTOKEN": VerifyAccessToken.Verify(headers, geheim); break;
            case "STANDARDWEBHOOKS": VerifyStandardWebhooks.Verify(headers, body, geheim, now); break;
            case "HTTPMESSAGESIGNATURES": VerifyHttpMessageSignature.Verify("POST", headers, body, sink, keys, now); break;
            default: VerifyNlgovAdr.Verify(headers, body, keys, now); break;
        }
        Console.WriteLine("accepted");
    }
    catch (Exception refused)
    {
        Console.WriteLine($"refused: {refused.Message}");
    }
}

static string Decode(string field) => Encoding.UTF8.GetString(Convert.FromBase64String(field));

# Reads cases from standard input, one a line, and prints whether the snippet for each accepts it. The keys
# are those of the case, or at an address, when it is given one.
import base64
import json
import sys

from keys import KeySet, read_keys
from verify_access_token import verify_access_token
from verify_http_message_signature import verify_http_message_signature
from verify_jwt import verify_jwt
from verify_nlgov_adr import verify_nlgov_adr
from verify_standard_webhooks import verify_standard_webhooks

key_set = KeySet(sys.argv[1]) if len(sys.argv) > 1 else None

for line in sys.stdin:
    credentialtype, now, *encoded = line.rstrip("\n").split(" ")
    jwks, sink, source, geheim, header_lines, body = (base64.b64decode(text) for text in encoded)
    headers, at = dict(each.split(": ", 1) for each in header_lines.decode().split("\n")), int(now)

    def verify(keys):
        if credentialtype == "JWT":
            verify_jwt(headers, body, sink.decode(), source.decode(), keys, at)
        elif credentialtype == "ACCESSTOKEN":
            verify_access_token(headers, [geheim.decode()])
        elif credentialtype == "STANDARDWEBHOOKS":
            verify_standard_webhooks(headers, body, [geheim.decode()], at)
        elif credentialtype == "HTTPMESSAGESIGNATURES":
            verify_http_message_signature("POST", headers, body, sink.decode(), keys, at)
        else:
            verify_nlgov_adr(headers, body, keys, at)

    try:
        if key_set:
            key_set.verify(verify)
        else:
            verify(read_keys(json.loads(jwks)))
        print("accepted")
    except ValueError as error:
        print(f"refused: {error}")

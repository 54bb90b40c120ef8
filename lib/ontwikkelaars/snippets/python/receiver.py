# Python 3.10 or newer: pip install cryptography
import json
import os
import sqlite3
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from keys import KeySet
from verify_access_token import verify_access_token
from verify_http_message_signature import verify_http_message_signature
from verify_jwt import verify_jwt
from verify_nlgov_adr import verify_nlgov_adr
from verify_standard_webhooks import verify_standard_webhooks

METHODS = ("JWT", "ACCESSTOKEN", "STANDARDWEBHOOKS", "HTTPMESSAGESIGNATURES", "NLGOVADR")
CREDENTIALTYPE = os.environ.get("CREDENTIALTYPE", "JWT")
if CREDENTIALTYPE not in METHODS:
    sys.exit("CREDENTIALTYPE is one of " + ", ".join(METHODS))
PROOF = "SECRETS" if CREDENTIALTYPE in ("ACCESSTOKEN", "STANDARDWEBHOOKS") else "JWKS_URL"
MISSING = [name for name in ("SINK", "SOURCE", "ORIGIN", PROOF) if not os.environ.get(name)]
if MISSING:
    sys.exit("Set " + ", ".join(MISSING))
SINK, SOURCE, ORIGIN = (os.environ[name] for name in ("SINK", "SOURCE", "ORIGIN"))
SECRETS = [secret for secret in os.environ.get("SECRETS", "").split(",") if secret]
MAX_BYTES = 1024 * 1024

keys = KeySet(os.environ.get("JWKS_URL", ""))
# Any one thread may use it, in its turn.
store = sqlite3.connect(os.environ.get("SEEN", "seen.db"), check_same_thread=False)
store.execute("create table if not exists seen (id text primary key)")
turn = threading.Lock()


def verify(headers: dict, body: bytes) -> None:
    """By the method that you registered, never by what the request says.

    Raises ValueError when the message is not proven, and OSError when the keys cannot be fetched.
    """
    if CREDENTIALTYPE == "ACCESSTOKEN":
        verify_access_token(headers, SECRETS)
    elif CREDENTIALTYPE == "STANDARDWEBHOOKS":
        verify_standard_webhooks(headers, body, SECRETS)
    elif CREDENTIALTYPE == "HTTPMESSAGESIGNATURES":
        keys.verify(lambda known: verify_http_message_signature("POST", headers, body, SINK, known))
    else:
        keys.verify(lambda known: verify_jwt(headers, body, SINK, SOURCE, known))
        if CREDENTIALTYPE == "NLGOVADR":
            keys.verify(lambda known: verify_nlgov_adr(headers, body, known))


def read_events(headers: dict, body: bytes) -> list[dict]:
    """The events of a message that is proven: one, or more in a batch. Raises ValueError when there are none."""
    content_type, content = headers.get("content-type", ""), json.loads(body)
    if content_type.startswith("application/cloudevents-batch+json"):
        events = content
    elif content_type.startswith("application/cloudevents+json"):
        events = [content]
    elif CREDENTIALTYPE in ("HTTPMESSAGESIGNATURES", "ACCESSTOKEN"):
        # In the binary mode the attributes are in headers, which only one of the signatures is over.
        attributes = {name[3:]: unquote(value) for name, value in headers.items() if name.startswith("ce-")}
        events = [{**attributes, "data": content}]
    else:
        raise ValueError("attributes are not signed")
    if not isinstance(events, list) or not all(isinstance(event, dict) and "id" in event for event in events):
        raise ValueError("not an event")
    return events


def take(events: list[dict]) -> None:
    """Does what you do with an event, once, also when it comes again after a restart: in one transaction with its id.

    A test message (proefbericht) is of no zaak: nothing is done with it.
    """
    with turn, store:
        for event in events:
            # In binary mode it is a string.
            if event.get("proefbericht") in (True, "true"):
                print(f"Test message, not applied: {event.get('type')}", flush=True)
            elif store.execute("insert or ignore into seen values (?)", (event["id"],)).rowcount:
                print(event.get("type"), json.dumps(event.get("data")), flush=True)


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_OPTIONS(self):
        # The handshake: we want deliveries of this origin, and of no other.
        asking = self.headers.get("WebHook-Request-Origin")
        is_ours = asking == ORIGIN
        if not is_ours:
            print(f"Handshake refused: {asking} is not {ORIGIN}", file=sys.stderr, flush=True)
        self.answer(204, headers={"WebHook-Allowed-Origin": ORIGIN, "WebHook-Allowed-Rate": "*"} if is_ours else {})

    def do_POST(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MAX_BYTES:
            self.close_connection = True
            return self.answer(413, "too large, or of no known size")
        body = self.rfile.read(int(length))
        if os.environ.get("SHOW"):
            # In the format that the message check of /ontwikkelaars reads. The token in it is valid for two
            # minutes.
            print(f"{self.requestline}\n{self.headers}{body.decode(errors='replace')}", flush=True)
        try:
            verify(headers, body)
        except ValueError as refused:
            return self.answer(401, str(refused))
        except OSError as failed:
            # It is our trouble, no fault of the message: it may come again.
            return self.answer(503, f"the keys cannot be fetched: {failed}")
        try:
            events = read_events(headers, body)
        except ValueError as malformed:
            return self.answer(400, str(malformed))
        take(events)
        self.answer(204)

    def answer(self, status: int, reason: str = "", headers: dict | None = None):
        if reason:
            print(f"Refused with {status}: {reason}", file=sys.stderr, flush=True)
        self.send_response(status)
        for name, value in {**(headers or {}), **({"Content-Length": str(len(reason.encode()))} if reason else {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reason.encode())

    def log_message(self, *_):
        """Not each request."""


server = ThreadingHTTPServer((os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "4000"))), Receiver)
print(f"Listening on port {server.server_port}, for {CREDENTIALTYPE}", flush=True)
server.serve_forever()

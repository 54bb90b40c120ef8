"""Reads what the zaaksysteem delivered with packages of others. Prints a line of JSON for each bezorging that one of them is for."""

import base64
import hashlib
import json
import sys

import requests
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from cloudevents.core.formats.json import JSONFormat
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, algorithms
from standardwebhooks.webhooks import Webhook


class PublishedKeys(HTTPSignatureKeyResolver):
    def __init__(self, jwks):
        self.keys = {jwk["kid"]: jwk for jwk in jwks["keys"]}

    def resolve_public_key(self, key_id):
        x = self.keys[key_id]["x"]
        return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(x + "=="))


def read_events(headers, body):
    if headers["content-type"].startswith("application/cloudevents-batch"):
        one = {"content-type": "application/cloudevents+json"}
        return [from_http_event(HTTPMessage(one, json.dumps(each).encode())) for each in json.loads(body)]
    return [from_http_event(HTTPMessage(headers, body))]


def told(event):
    names = ("id", "source", "type", "subject", "dataschema", "dataref", "sequence")
    return {**{name: event.get_attributes().get(name) for name in names}, "zaakId": event.get_data()["zaakId"]}


def verify_webhook(case, body):
    Webhook(case["geheim"]).verify(body.decode(), case["headers"])


def verify_message_signature(case, body, jwks):
    request = requests.Request(case["method"], case["sink"], headers=case["headers"], data=body).prepare()
    verifier = HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=PublishedKeys(jwks))
    verified = verifier.verify(request)
    covered = verified[0].covered_components
    assert '"content-digest"' in covered, "the body is not covered"
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    assert case["headers"]["content-digest"] == f"sha-256=:{digest}:", "the body differs"


def main():
    given = json.load(sys.stdin)
    for number, case in enumerate(given["cases"]):
        body = base64.b64decode(case["body"])
        checks = {"cloudevents": lambda: [told(event) for event in read_events(case["headers"], body)]}
        if case["credentialtype"] == "STANDARDWEBHOOKS":
            checks["standardwebhooks"] = lambda: verify_webhook(case, body)
        if case["credentialtype"] == "HTTPMESSAGESIGNATURES":
            checks["http-message-signatures"] = lambda: verify_message_signature(case, body, given["jwks"])
        for library, check in checks.items():
            try:
                answer = {"events": check()} if library == "cloudevents" else {"ok": check() is None}
            except Exception as error:
                answer = {"ok": False, "why": f"{type(error).__name__}: {error}"}
            print(json.dumps({"case": number, "library": library, **answer}))


main()

import base64
import hashlib
import re
import time
from urllib.parse import urlsplit, urlunsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from keys import UnknownKey

TOLERANCE_SECONDS = 5
ALWAYS_COVERED = ["@method", "@target-uri", "content-type", "content-digest"]


def verify_http_message_signature(
    method: str, headers: dict, body: bytes, sink: str, keys: dict, now: float | None = None
) -> None:
    """Raises ValueError when the message is not proven.

    headers has names in lower case; sink is the address that you registered.
    """
    now = time.time() if now is None else now
    given = re.fullmatch(r"zaak=(\(([^()]*)\);(.+))", headers.get("signature-input", ""))
    signature = re.fullmatch(r"zaak=:([A-Za-z0-9+/]+={0,2}):", headers.get("signature", ""))
    if not given or not signature:
        raise ValueError("no signature")
    params, names, rest = given.groups()
    parameters = dict(each.split("=", 1) for each in rest.split(";") if "=" in each)

    components = re.findall(r'"([^"]+)"', names)
    ours = [name for name in headers if name.startswith("ce-") or name == "webhook-request-origin"]
    if not {*ALWAYS_COVERED, *ours} <= set(components):
        raise ValueError("header not signed")
    values = {**headers, "@method": method, "@target-uri": _target_uri(sink)}
    lines = [f'"{name}": {values.get(name)}' for name in components]
    base = "\n".join([*lines, f'"@signature-params": {params}'])

    key = keys.get(parameters.get("keyid", "").strip('"'))
    if not isinstance(key, Ed25519PublicKey) or parameters.get("tag") != '"zaaknotificatie"':
        raise UnknownKey()
    try:
        key.verify(base64.b64decode(signature[1]), base.encode())
    except InvalidSignature:
        raise ValueError("signature differs") from None
    created, expires = int(parameters["created"]), int(parameters["expires"])
    if not created - TOLERANCE_SECONDS <= now <= expires + TOLERANCE_SECONDS:
        raise ValueError("expired")
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    if headers.get("content-digest") != f"sha-256=:{digest}:":
        raise ValueError("body differs")


def _target_uri(sink: str) -> str:
    """The sink as it is signed: host in lower case, no default port, a path without . and .., no fragment."""
    url = urlsplit(sink)
    host = url.netloc.lower().removesuffix(":443" if url.scheme == "https" else ":80")
    path, parts = [], url.path.split("/")
    for part in parts[1:]:
        if part == "..":
            del path[-1:]
        elif part != ".":
            path.append(part)
    if parts[-1] in (".", ".."):
        path.append("")
    return urlunsplit((url.scheme, host, "/" + "/".join(path), url.query, ""))

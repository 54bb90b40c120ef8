import base64
import hashlib
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from keys import UnknownKey, from_base64url, read_object

TOLERANCE_SECONDS = 5


def verify_jwt(headers: dict, body: bytes, sink: str, source: str, keys: dict, now: float | None = None) -> dict:
    """Returns the claims, or raises ValueError when the message is not proven.

    headers has names in lower case; body is the bytes that came, before anything parses them.
    sink and source are what you registered and whom you trust.
    """
    now = time.time() if now is None else now
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme != "Bearer" or token.count(".") != 2:
        raise ValueError("no token")
    header, payload, signature = token.split(".")
    parsed = read_object(header)
    key = keys.get(str(parsed.get("kid")))
    raw = from_base64url(signature)
    is_ours = parsed.get("alg") == "ES256" and parsed.get("typ") == "webhook+jwt"
    if not is_ours or not isinstance(key, ec.EllipticCurvePublicKey) or len(raw) != 64:
        raise UnknownKey()
    r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    try:
        der = utils.encode_dss_signature(r, s)
        key.verify(der, f"{header}.{payload}".encode(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        raise ValueError("signature differs") from None

    claims = read_object(payload)
    if claims["iss"] != source:
        raise ValueError(f"not for us: from {claims['iss']}, not {source}")
    if claims["aud"] != sink:
        raise ValueError(f"not for us: to {claims['aud']}, not {sink}")
    if not claims["iat"] - TOLERANCE_SECONDS <= now <= claims["exp"] + TOLERANCE_SECONDS:
        raise ValueError("expired")
    digest = base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b"=").decode()
    if claims["body_sha256"] != digest:
        raise ValueError("body differs")
    return claims

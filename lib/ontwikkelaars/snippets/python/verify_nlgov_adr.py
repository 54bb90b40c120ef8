import base64
import hashlib
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from keys import UnknownKey, from_base64url, read_object

TOLERANCE_SECONDS = 300


def verify_nlgov_adr(headers: dict, body: bytes, keys: dict, now: float | None = None) -> None:
    """Raises ValueError when the message is not proven.

    The signature does not say for whom it is: verify the token (JWT) of the same request too.
    """
    now = time.time() if now is None else now
    header, separator, signature = headers.get("nlgov-adr-payload-sig", "").partition("..")
    if not separator:
        raise ValueError("no signature")
    parsed = read_object(header)
    key = keys.get(str(parsed.get("kid")))
    sig_d = parsed.get("sigD")
    is_ours = (
        parsed.get("alg") == "PS256"
        and parsed.get("b64") is False
        and parsed.get("crit") == ["b64", "sigD"]
        and isinstance(sig_d, dict)
        and sig_d.get("pars") == ["digest"]
    )
    if not is_ours or not isinstance(key, rsa.RSAPublicKey):
        raise UnknownKey()

    digest = "SHA-256=" + base64.b64encode(hashlib.sha256(body).digest()).decode()
    if headers.get("digest") != digest:
        raise ValueError("body differs")
    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=padding.PSS.DIGEST_LENGTH)
    try:
        key.verify(from_base64url(signature), f"{header}.digest: {digest}".encode(), pss, hashes.SHA256())
    except InvalidSignature:
        raise ValueError("signature differs") from None
    if abs(now - parsed["iat"]) > TOLERANCE_SECONDS:
        raise ValueError("expired")

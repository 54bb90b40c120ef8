# pip install cryptography
import base64
import json
import urllib.request

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa


def fetch_keys(url: str) -> dict:
    """Keep the keys for ten minutes.

    Fetch them again when a message names one that you do not have, at most twice a minute.
    """
    with urllib.request.urlopen(url, timeout=3) as response:
        return read_keys(json.load(response))


def read_keys(jwks: dict) -> dict:
    """Public keys by their kid, from a JWK set."""
    return {jwk["kid"]: _public_key(jwk) for jwk in jwks["keys"]}


def _public_key(jwk: dict):
    if jwk["kty"] == "EC":
        return ec.EllipticCurvePublicNumbers(_int(jwk["x"]), _int(jwk["y"]), ec.SECP256R1()).public_key()
    if jwk["kty"] == "OKP":
        return ed25519.Ed25519PublicKey.from_public_bytes(from_base64url(jwk["x"]))
    return rsa.RSAPublicNumbers(_int(jwk["e"]), _int(jwk["n"])).public_key()


def _int(text: str) -> int:
    return int.from_bytes(from_base64url(text), "big")


def read_object(text: str) -> dict:
    """The JSON object in a part of a token, which anybody can have written. Raises ValueError when it is none."""
    try:
        value = json.loads(from_base64url(text))
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def from_base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

# pip install cryptography
import base64
import json
import math
import threading
import time
import urllib.request

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

KEPT_SECONDS = 600
BETWEEN_SECONDS = 30


class UnknownKey(ValueError):
    """A message names a key that we do not have."""

    def __init__(self):
        super().__init__("unknown key")


class KeySet:
    """The keys at an address, kept for ten minutes.

    For a message that names another one they are fetched again, at most twice a minute, because anybody can make one up.
    """

    def __init__(self, url: str):
        self._url, self._lock = url, threading.Lock()
        self._keys, self._fetched, self._asked_again = {}, -math.inf, -math.inf

    def verify(self, verify):
        """Calls verify with the keys. Raises what that raises, or OSError when the keys cannot be fetched."""
        with self._lock:
            if time.monotonic() - self._fetched > KEPT_SECONDS:
                self._fetch()
            used = self._keys
        try:
            return verify(used)
        except UnknownKey:
            with self._lock:
                # Another message may have had them fetched meanwhile.
                if self._keys is used:
                    if time.monotonic() - self._asked_again < BETWEEN_SECONDS:
                        raise
                    self._asked_again = time.monotonic()
                    self._fetch()
                newer = self._keys
        return verify(newer)

    def _fetch(self):
        # A cache on the way may not know the key that makes us ask.
        request = urllib.request.Request(self._url, headers={"Cache-Control": "no-cache"})
        try:
            with urllib.request.urlopen(request, timeout=3) as response:
                self._keys = read_keys(json.load(response))
        except (ValueError, KeyError) as error:
            raise OSError("no keys") from error
        self._fetched = time.monotonic()


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

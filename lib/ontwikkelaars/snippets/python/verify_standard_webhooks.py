import base64
import hashlib
import hmac
import re
import time

TOLERANCE_SECONDS = 300


def verify_standard_webhooks(headers: dict, body: bytes, secrets: list[str], now: float | None = None) -> str:
    """Returns the id of the message, or raises ValueError when it is not proven.

    secrets start with whsec_; there are two while you rotate.
    """
    now = time.time() if now is None else now
    message_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not re.fullmatch(r"[\w-]+", message_id) or not re.fullmatch(r"[0-9]{1,11}", timestamp):
        raise ValueError("no id or timestamp")
    if abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        raise ValueError("expired")

    signatures = headers.get("webhook-signature", "").split(" ")
    content = f"{message_id}.{timestamp}.".encode() + body
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        digest = base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode()
        expected = f"v1,{digest}".encode()
        if any(hmac.compare_digest(expected, signature.encode()) for signature in signatures):
            return message_id
    raise ValueError("signature differs")

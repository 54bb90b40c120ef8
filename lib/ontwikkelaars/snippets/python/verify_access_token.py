import hmac


def verify_access_token(headers: dict, tokens: list[str]) -> None:
    """Raises ValueError unless the request bears one of your tokens: two while you rotate.

    This proves nothing about the content.
    """
    presented = headers.get("authorization", "").encode()
    if not any(hmac.compare_digest(f"Bearer {token}".encode(), presented) for token in tokens):
        raise ValueError("unknown token")

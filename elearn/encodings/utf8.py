"""UTF-8 read as Windows-1252: two or three signs for each letter, `Nguyá»…n`."""

_BYTES = {
    sign: code
    for code in range(0x80, 0x100)
    if (sign := bytes([code]).decode("cp1252", "ignore") or chr(code))
}


def meant(text: str) -> str | None:
    """Return what the bytes of the text mean in UTF-8; None if they mean nothing."""
    codes = [ord(sign) if sign.isascii() else _BYTES.get(sign, -1) for sign in text]
    if min(codes, default=-1) < 0:
        return None
    try:
        return bytes(codes).decode("utf-8")
    except UnicodeDecodeError:
        return None

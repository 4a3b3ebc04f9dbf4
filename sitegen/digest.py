"""Digests: one for pinning sources, one for telling whether something changed."""

import hashlib


def sha256(content: bytes) -> str:
    """The digest that pins a source, in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(*parts: bytes) -> str:
    """A short digest of several parts, each kept apart from its neighbours; 32 hex digits."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.hexdigest()

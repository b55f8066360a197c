"""A short fingerprint of bytes: tells whether two files are the same, not who wrote them."""

try:  # the same function as hashlib's, without loading OpenSSL at start
    from _blake2 import blake2b
except ImportError:  # a Python built differently
    from hashlib import blake2b

__all__ = ["blake2b"]

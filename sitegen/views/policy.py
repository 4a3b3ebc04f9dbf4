"""What a page may load: its Content-Security-Policy (W3C CSP 3), in its head and in a header."""

_POLICY = (
    "default-src 'none'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def policy(*, style_within: bool = False, searching: bool = False) -> str:
    """What one page may load.

    `style_within`: it brings its own style, as a 404 page does that can lean on no file.
    `searching`: its script compiles WebAssembly.
    """
    style = "'unsafe-inline'" if style_within else "'self'"
    script = "'self' 'wasm-unsafe-eval'" if searching else "'self'"
    return f"{_POLICY}; script-src {script}; style-src {style}"


def widest(*, has_address: bool) -> str:
    """What any page of a site may load: nothing that its own policy allows is forbidden.

    A site without an address has one page that brings its own style, and its style sheets too.
    """
    style = "'self'" if has_address else "'self' 'unsafe-inline'"
    return f"{_POLICY}; script-src 'self' 'wasm-unsafe-eval'; style-src {style}"

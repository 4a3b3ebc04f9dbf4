"""`CNAME`: the domain of one's own that GitHub Pages is to serve a site at."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_OF_HOSTS = (
    "github.io", "gitlab.io", "codeberg.page", "netlify.app", "pages.dev", "vercel.app", "web.app",
    "firebaseapp.com", "onrender.com", "surge.sh", "amazonaws.com",
)  # fmt: skip
# Names below these belong to who keeps the site. GitHub refuses them as a site's own domain, and a
# site that is built for one of the others would be taken off its own address there.
_OF_NOBODY = ("localhost", "local", "internal", "test", "invalid", "example", "onion")
# RFC 6761, RFC 6762, RFC 7686 and ICANN's reservation: no public name ends so.
_PORTS = {"https": 443, "http": 80}


def own_domain(base_url: str | None) -> str | None:
    """The domain at whose root a site lies, as DNS has it; None where there is none of one's own.

    Source: GitHub's documentation, "Managing a custom domain": the file holds one bare domain.
    """
    if base_url is None:
        return None
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname or "", parts.port
        name = host.removesuffix(".").encode("idna").decode().lower()
    except ValueError:  # no port, or no name that DNS could have
        return None
    if parts.path.strip("/") or port not in {None, _PORTS.get(parts.scheme)}:
        return None
    if "." not in name or _is_address(name) or _ends(name, _OF_HOSTS) or _ends(name, _OF_NOBODY):
        return None
    return name


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _ends(name: str, domains: tuple[str, ...]) -> bool:
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)

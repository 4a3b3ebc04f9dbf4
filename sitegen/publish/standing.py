"""What stands at a target before a site is published there."""

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """The files at a target, compared with those of a site.

    `same` and `other`: files of the site that are there, with the same content and with another;
    `beside`: files that are there and not of the site, at least those that the manifest there
    names and those that stand where the site wants a folder. `manifest` has the bytes of that
    manifest; None where there is none. `revision` names this state, where a target has names for
    its states: a commit.
    """

    same: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    manifest: bytes | None = None
    revision: str | None = None

"""The preview's own scripts and styles, below a folder that is named after what they say."""

from collections.abc import Mapping
from importlib.resources import files

from sitegen import digest
from sitegen.frozen import dataclass
from sitegen.preview.guard import PREFIX

_DIGITS = 10


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """Scripts and styles by name. They name each other by relative paths.

    `folder` is where they are served, with a slash at its end. It is another one for other
    contents, so that a browser may keep what it has, and never mixes those of two versions.
    """

    folder: str
    contents: Mapping[str, bytes]

    @classmethod
    def of(cls, contents: Mapping[str, bytes]) -> "OwnFiles":
        """These files, in the folder that is theirs."""
        parts = (part for name in sorted(contents) for part in (name.encode(), contents[name]))
        return cls(f"{PREFIX}assets/{digest.fingerprint(*parts)[:_DIGITS]}/", contents)

    @property
    def script(self) -> str:
        """The path of the one that a page names; it loads the others."""
        return f"{self.folder}client.js"


def own_files() -> OwnFiles:
    """All that there are, read once."""
    folder = files("sitegen").joinpath("preview", "assets")
    return OwnFiles.of(
        {
            entry.name: entry.read_bytes()
            for entry in folder.iterdir()
            if entry.name.endswith((".js", ".css"))
        }
    )

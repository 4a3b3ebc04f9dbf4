"""The files of a site that is ready to be made: each is made when somebody asks for it."""

from collections.abc import Mapping
from operator import is_
from threading import Lock

from sitegen.diagnostics import Diagnostic
from sitegen.render import Failure, Renderer, template_errors
from sitegen.theme import Theme
from sitegen.views import Exports, Pages

File = bytes | tuple[Diagnostic, ...]


class Earlier:
    """What the sites of earlier runs rendered: of each page the latest bytes, with their key.

    The key is a digest of all that the bytes depend on, so a page with the same key is the same.
    """

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.site: tuple[tuple[object, ...], Site] | None = None

    def same(self, parts: tuple[object, ...]) -> "Site | None":
        """The latest site, if it is of these very parts."""
        if self.site is None or not all(map(is_, self.site[0], parts)):
            return None
        return self.site[1]

    def forget_all_but(self, paths: frozenset[str]) -> None:
        """Keep nothing of pages that are gone."""
        for path in self.pages.keys() - paths:
            self.pages.pop(path, None)


class Site:
    """The files of one state of a project, by path below the site. Any thread may ask for them."""

    def __init__(
        self,
        views: Pages,
        theme: Theme,
        exports: Exports,
        others: tuple[Mapping[str, bytes], ...],
        earlier: Earlier,
    ) -> None:
        self.views = views
        self.theme = theme
        self.exports = exports
        others = (exports, *others)
        self.others = others
        """The files without a template; those for other programs are made when they are looked up.
        """
        self.pages = views.paths
        """The paths of the pages, sorted."""
        self.samples = views.samples
        """A page of each template, to try a theme on."""
        self.paths = frozenset((*self.pages, *(path for files in others for path in files)))
        """All that may be served."""
        self._pages = frozenset(self.pages)
        self._renderer = Renderer(theme)
        self._earlier = earlier
        self._files: dict[str, File] = {}
        self._lock = Lock()
        self._turns: dict[str, Lock] = {}
        earlier.forget_all_but(self._pages)

    def file(self, path: str) -> File:
        """The bytes of a file of `paths`; or why its template fails. Made once, then kept."""
        made = self._files.get(path)
        if made is not None:
            return made
        with self._lock:
            turn = self._turns.setdefault(path, Lock())
        with turn:  # whoever asks for a page that is being made waits for that one, and no other
            if path not in self._files:
                self._files[path] = self._made(path)
        return self._files[path]

    def _made(self, path: str) -> File:
        return self._rendered(path) if path in self._pages else self.other(path)

    def other(self, path: str) -> bytes:
        """The bytes of a file that is not a page."""
        return next(files[path] for files in self.others if path in files)

    def _rendered(self, path: str) -> File:
        page = self.views.page(path)
        key = self._renderer.key(page)
        known_key, known = self._earlier.pages.get(path, (None, b""))
        if known_key == key:
            return known
        content = self._renderer.content(page)
        if isinstance(content, Failure):
            return template_errors((content,))
        self._earlier.pages[path] = (key, content)
        return content

"""A branch of a git repository: one commit takes the whole site, and readers see it or the old one.

The commit is made by `git fast-import` from what differs, in the project's own repository but on
none of its branches, and pushed without force: what others have pushed meanwhile is never lost, and
files of the branch that are not the site's (a CNAME that the host has put there) stay.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from sitegen.config import SITE_FILE
from sitegen.frozen import NamedTuple, dataclass, replace
from sitegen.model import BranchTarget
from sitegen.publish.commands import Done, Program, told
from sitegen.publish.failure import TargetError
from sitegen.publish.plan import Plan
from sitegen.publish.site import Site
from sitegen.publish.standing import Standing
from sitegen.publish.target import Tell
from sitegen.report import counted
from sitegen.write.paths import MANIFEST, shown

_SOURCES = f"/{SITE_FILE.as_posix()}"
FATAL = 128
"""What git ends with where it cannot do what was asked."""
_WEB = frozenset({"http", "https"})
_PORT = re.compile(r"(?:[^/@:]*|\[[^]]*\]):[0-9]+(?:/|$)")  # a host with its port, and no login
_NO_BRANCH = 2  # git ls-remote --exit-code
_FILE = "100644"


class _Blob(NamedTuple):
    """A file of a commit."""

    mode: str
    name: str


@dataclass(frozen=True, slots=True)
class BranchPublication:
    """A branch as a target. `git` works in the project's repository, or in one of our own.

    `address`: where the branch is asked for, fetched and pushed alike. `reference`: a name for the
    commits of this publication alone.
    """

    target: BranchTarget
    git: Program
    address: str
    is_projects: bool
    reference: str
    at_once: ClassVar[bool] = True

    @property
    def place(self) -> str:
        """The branch and its repository."""
        address = self.git.secrets.hide(shown(without_login(self.address)))
        return f"branch {self.target.branch} of {address}"

    def survey(self, site: Site) -> Standing:
        """What the branch holds, as it is there now."""
        commit = self._fetched()
        if commit is None:
            return Standing()
        files = self._files(commit)
        self._refuse_sources(files)
        name_of = self._naming()
        ours = site.digests.keys() & files.keys()
        same = {path for path in ours if files[path] == (_FILE, name_of(site.read(path)))}
        manifest = self._content(files[MANIFEST]) if MANIFEST in files else None
        return Standing(
            same=frozenset(same),
            other=frozenset(ours - same),
            beside=frozenset(files.keys() - ours - {MANIFEST}),
            manifest=manifest,
            revision=commit,
        )

    def carry_out(self, site: Site, plan: Plan, tell: Tell) -> None:
        """Push a commit in which the branch holds the site."""
        tell(f"writing a commit with {counted(len(plan.uploads), 'file')} that differ")
        self._run("update-ref", "-d", self.reference, doing="preparing a commit")
        stream = self._stream(site, plan)
        options = ("--quiet", "--force", "--date-format=raw")
        self._run("fast-import", *options, given=stream, doing="writing a commit")
        tell("pushing it")
        commit = self._commit()
        destination = f"{commit}:refs/heads/{self.target.branch}"
        doing = f"pushing to {self.place}"
        words = ("push", "--quiet", "--no-follow-tags", "--", self.address, destination)
        pushed = self._run(*words, allowed=(0, 1), doing=doing)
        if pushed.code:
            raise TargetError(_refused(pushed, doing))
        self._keep(commit)

    def _commit(self) -> str:
        """The commit that this publication is at."""
        return self._run("rev-parse", "--verify", self.reference, doing="reading a commit").line

    def _keep(self, commit: str) -> None:
        """Let the next publication find a commit here, and fetch what is new alone.

        That saves a fetch, and is worth no publication.
        """
        words = ("update-ref", f"refs/sitegen/{self.target.name}", commit)
        self._run(*words, allowed=range(256), doing="keeping a commit")

    def _run(
        self,
        *words: str,
        given: Iterable[bytes] = (),
        allowed: Sequence[int] = (0,),
        doing: str,
    ) -> Done:
        return self.git.run(*words, given=given, allowed=allowed, doing=doing)

    def _fetched(self) -> str | None:
        """The commit that the branch is at; None where there is no such branch yet."""
        remote, branch = self.address, f"refs/heads/{self.target.branch}"
        doing = f"asking for {self.place}"
        asked = self._run(
            "ls-remote", "--exit-code", "--", remote, branch, allowed=(0, _NO_BRANCH), doing=doing
        )
        if asked.code == _NO_BRANCH:
            return None
        shallow = self._run("rev-parse", "--is-shallow-repository", doing=doing).line == "true"
        depth = ("--depth=1",) if shallow else ()  # the history of the site is wanted nowhere
        refspec = f"+{branch}:{self.reference}"
        options = (
            "--quiet",
            "--no-tags",
            "--no-recurse-submodules",
            "--no-write-fetch-head",
            *depth,
        )
        self._run("fetch", *options, "--", remote, refspec, doing=f"fetching {self.place}")
        commit = self._commit()
        self._keep(commit)
        return commit

    def _files(self, commit: str) -> dict[str, _Blob]:
        """The files of a commit, by path; links and submodules too."""
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", commit, doing="reading a commit")
        files = {}
        for row in listed.printed.split(b"\0")[:-1]:
            head, _, path = row.partition(b"\t")
            mode, _, name = head.decode().split(" ")
            files[os.fsdecode(path)] = _Blob(mode, name)
        return files

    def _content(self, blob: _Blob) -> bytes:
        return self._run("cat-file", "blob", blob.name, doing="reading the manifest").printed

    def _naming(self) -> Callable[[bytes], str]:
        """How this repository names contents (gitformat-object: `blob SIZE NUL CONTENT`)."""
        doing = "reading the repository"
        algorithm = self._run("rev-parse", "--show-object-format", doing=doing).line
        return lambda content: hashlib.new(
            algorithm, b"blob %d\0%b" % (len(content), content), usedforsecurity=False
        ).hexdigest()

    def _refuse_sources(self, files: Mapping[str, _Blob]) -> None:
        """A branch of articles and facts is not one for a site."""
        sources = next((path for path in files if f"/{path}".endswith(_SOURCES)), None)
        if sources is not None:
            raise TargetError(
                f"{self.place} holds {shown(sources)}: it is a branch that sites are made from; "
                "nothing was published. Name a branch for the site alone, such as gh-pages"
            )

    def _stream(self, site: Site, plan: Plan) -> Iterator[bytes]:
        """A commit as git-fast-import reads it: what the branch held, with what differs."""
        message = self._message().encode()
        yield b"commit %b\ncommitter %b\n" % (self.reference.encode(), self._committer().encode())
        yield b"data %d\n%b\n" % (len(message), message)
        if plan.revision:
            yield b"from %b\n" % plan.revision.encode()
        for path in (*plan.first, *plan.deletes):
            yield b"D %b\n" % _quoted(path)
        for upload in plan.uploads:
            yield from _changed(upload.path, site.read(upload.path))
        yield from _changed(MANIFEST, site.manifest)
        yield b"done\n"

    def _committer(self) -> str:
        """Who publishes, and when, as git tells it; where it knows of nobody, the program does."""
        doing = "preparing a commit"
        known = self._run("var", "GIT_COMMITTER_IDENT", allowed=(0, FATAL), doing=doing)
        if known.code == 0:
            return known.line
        nobody = {"GIT_COMMITTER_NAME": "sitegen", "GIT_COMMITTER_EMAIL": "sitegen@localhost"}
        git = replace(self.git, environment={**self.git.environment, **nobody})
        return git.run("var", "GIT_COMMITTER_IDENT", doing=doing).line

    def _message(self) -> str:
        """Says which commit of the project the site was made from, where it lies in one."""
        if not self.is_projects:
            return "Publish the site"
        words = ("rev-parse", "--short", "--verify", "--quiet", "HEAD")
        head = self._run(*words, allowed=(0, 1, FATAL), doing="preparing a commit")
        return f"Publish the site\n\nMade from {head.line}." if head.line else "Publish the site"


def without_login(address: str) -> str:
    """An address without a name and password, and without what follows a question mark."""
    login = login_of(address)
    return address.replace(f"{login}@", "", 1).partition("?")[0] if login else address


def login_of(address: str) -> str:
    """What stands before the host of a web address: a name, a password, a token; else nothing.

    A password may hold a / or an @, which git and a reader part in other ways: the widest is taken
    where there is a colon before it.
    """
    scheme, colon, rest = address.strip().partition("://")
    if not colon or scheme.lower() not in _WEB:
        return ""
    login, at, _ = rest.partition("/")[0].rpartition("@")
    wide, wide_at, _ = rest.rpartition("@")
    if wide_at and ":" in wide.partition("/")[0] and not _PORT.match(rest):
        return wide
    return login if at else ""


def _refused(pushed: Done, doing: str) -> str:
    """Why the other side did not take a commit."""
    if "[rejected]" in pushed.complaint:
        return f"{doing} failed: somebody else has published meanwhile; run it again"
    return f"{doing} failed: {told(pushed)}"


def _changed(path: str, content: bytes) -> Iterator[bytes]:
    yield b"M %b inline %b\ndata %d\n" % (_FILE.encode(), _quoted(path), len(content))
    yield content
    yield b"\n"


def _quoted(path: str) -> bytes:
    """A path as git-fast-import reads it, whatever is in it."""
    escaped = path.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'"{escaped}"'.encode(errors="surrogateescape")

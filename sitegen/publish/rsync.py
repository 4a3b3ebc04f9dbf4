"""A folder of another machine, by rsync over ssh.

rsync compares contents, not times, so what stands there is known and not believed; each file takes
its name whole (it writes beside it and renames), and a phase is one call.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sitegen.frozen import dataclass, replace
from sitegen.model import RsyncTarget
from sitegen.publish.commands import Done, Program, secrets, ssh_settings, told, variable
from sitegen.publish.failure import TargetError
from sitegen.publish.plan import Plan
from sitegen.publish.site import Site
from sitegen.publish.standing import Standing
from sitegen.publish.steps import in_steps
from sitegen.publish.target import Steps, Tell
from sitegen.write.paths import MANIFEST, folders_of, shown

# rsync(1), --itemize-changes: eleven characters, then what --out-format puts behind them.
_ROW = re.compile(r"[<>ch.](?P<kind>[fdLDS]).{9} (?P<name>.*)")
# --list-only: the mode, the size, the time, the name, and where a link leads.
_ENTRY = re.compile(r"(?P<kind>[-dlbcps])\S+ +\S+ \S+ \S+ (?P<name>.*)")
_PARTIAL = 23  # what rsync ends with where it could not transfer all
_ESCAPED = re.compile(r"\\#([0-7]{3})")
# No times, owners or permissions are copied: the server's own count. Names are sent as they are,
# never to be read by the shell there (-s), and shown as they are (-8).
_COMMON = ("-s", "-8", "--recursive", "--chmod=D755,F644", "--no-motd", "--timeout=600")
_LISTED = ("--from0", "--files-from=-")
_PLAIN = re.compile(r"[A-Za-z0-9/._+-]+")
_HOST_NAME = "sitegen"  # under which a key is looked up, whatever an alias or a port make of it
_LONGEST_SOCKET = 86  # of the 103 that macOS takes; ssh puts 17 characters behind it for a while


@dataclass(frozen=True, slots=True)
class RsyncPublication:
    """A folder of another machine as a target. `scratch` is a private folder of our own."""

    target: RsyncTarget
    rsync: Program
    shell: str
    scratch: Path
    at_once: ClassVar[bool] = False

    @property
    def place(self) -> str:
        """The machine and the folder."""
        return shown(self.target.rsync)

    def survey(self, site: Site) -> Standing:
        """What stands there: what is listed there, and what rsync would change, which it does not.

        Links and other things that are no files are told of the listing alone.
        """
        there = self._listed()
        if there is None:
            return Standing()
        tried = self._run(
            "--dry-run",
            "--checksum",
            "--out-format=%i %n",
            f"{site.folder}/",
            self._there(),
            doing=self._comparing,
        )
        rows = filter(None, map(_ROW.fullmatch, tried.split("\n")))
        differing = {_unescaped(row["name"]) for row in rows if row["kind"] != "d"}
        ours = site.digests.keys() & there.keys()
        other = {path for path in ours if path in differing or there[path] != "-"}
        folders = folders_of(site.digests)
        return Standing(
            same=frozenset(ours - other),
            other=frozenset(other),
            beside=frozenset(
                path
                for path, kind in there.items()
                if path not in ours and path != MANIFEST and (kind != "d" or path not in folders)
            ),
            manifest=self._manifest(site, there.get(MANIFEST), is_same=MANIFEST not in differing),
        )

    @property
    def _comparing(self) -> str:
        return f"comparing with {self.place}"

    def _listed(self) -> dict[str, str] | None:
        """What lies there, by path, with the letter of its kind; None where there is no folder."""
        words = ("--links", "--devices", "--specials", "--list-only", self._there())
        done = self._done(*words, allowed=(0, _PARTIAL), doing=self._comparing)
        rows = [row for row in _text(done).split("\n") if row]
        if done.code and not rows and "No such file or directory (2)" in done.complaint:
            return None
        if done.code:
            raise TargetError(f"{self._comparing} failed: {told(done)}")
        found: dict[str, str] = {}
        for row in rows:
            entry = _ENTRY.fullmatch(row)
            if entry is None:  # what is not understood may be somebody's file
                raise TargetError(f"{self._comparing} failed: rsync lists {shown(row)!r}")
            kind, name = entry["kind"], entry["name"]
            if kind == "l":
                name = name.partition(" -> ")[0]
            if found.get(name := _unescaped(name)) != "-":
                found[name] = kind
        found.pop(".", None)
        return found

    def carry_out(self, site: Site, plan: Plan, tell: Tell) -> None:
        """Make the folder hold the site."""
        in_steps(Steps(self._put, self._put_manifest, self._delete), site, plan, tell)

    def _put(self, site: Site, paths: Sequence[str]) -> None:
        # A copy is uploaded: what is edited while rsync reads it was never checked.
        copy = self.scratch / "upload"
        for folder in sorted(folders_of(paths)):
            (copy / folder).mkdir(parents=True, exist_ok=True)
        copy.mkdir(exist_ok=True)
        for path in paths:
            (copy / path).write_bytes(site.read(path))
        # Each of them differs, whatever its size and time say.
        words = ("--ignore-times", "--delay-updates", *_LISTED, f"{copy}/", self._there())
        self._run(*words, given=_list(paths), doing=f"uploading to {self.place}")
        shutil.rmtree(copy)

    def _put_manifest(self, content: bytes) -> None:
        (self.scratch / MANIFEST).write_bytes(content)
        source = str(self.scratch / MANIFEST)
        words = ("--ignore-times", source, self._there())
        self._run(*words, doing=f"uploading to {self.place}")

    def _delete(self, paths: Sequence[str]) -> None:
        nothing = self.scratch / "nothing"
        for folder in folders_of(paths):  # rsync looks for files to miss in folders that are there
            (nothing / folder).mkdir(parents=True, exist_ok=True)
        nothing.mkdir(exist_ok=True)
        words = ("--delete-missing-args", *_LISTED, f"{nothing}/", self._there())
        self._run(*words, given=_list(paths), doing=f"deleting at {self.place}")

    def _manifest(self, site: Site, kind: str | None, *, is_same: bool) -> bytes | None:
        if kind is None:
            return None
        if kind != "-":
            raise TargetError(f"{MANIFEST} at {self.place} is not a file; move it away")
        if is_same:
            return site.manifest
        here = self.scratch / "manifest"
        self._run(self._there(MANIFEST), str(here), doing=f"reading the manifest at {self.place}")
        return here.read_bytes()

    def _there(self, name: str = "") -> str:
        return f"{self.target.rsync.rstrip('/')}/{name}"

    def _run(self, *words: str, given: Sequence[bytes] = (), doing: str) -> str:
        return _text(self._done(*words, given=given, doing=doing))

    def _done(
        self,
        *words: str,
        given: Sequence[bytes] = (),
        allowed: tuple[int, ...] = (0,),
        doing: str,
    ) -> Done:
        words = ("-e", self.shell, *_COMMON, *words)
        return self.rsync.run(*words, given=given, allowed=allowed, doing=doing)


@contextmanager
def open_rsync(
    target: RsyncTarget, project: Path, environment: Mapping[str, str], *, interactive: bool
) -> Iterator[RsyncPublication]:
    """A folder of another machine as a target. Keys lie in a private folder until the end.

    Raises TargetError where a key is missing.
    """
    inherited = {name: text for name, text in environment.items() if name != target.key_env}
    rsync = Program("rsync", project, inherited)
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        scratch = Path(folder)
        if not _PLAIN.fullmatch(folder):  # it stands among the words of rsync's shell
            raise TargetError(
                f"the folder for temporary files has a name that ssh would misread: "
                f"{shown(folder)}; set TMPDIR to a plain one"
            )
        settings = ssh_settings(interactive=interactive)
        options = [word for setting in settings for word in ("-o", setting)]
        if target.port is not None:
            options += ["-p", str(target.port)]
        if target.key_env is not None:
            key = variable(target.key_env, environment, f"publish.{target.name}.key_env")
            rsync = replace(rsync, secrets=secrets(key))
            options += ["-i", _private(scratch / "key", key), "-o", "IdentitiesOnly=yes"]
        if target.host_key is not None:
            # sshd(8), SSH_KNOWN_HOSTS FILE FORMAT
            known = _private(scratch / "known_hosts", f"{_HOST_NAME} {target.host_key}")
            options += ["-o", f"UserKnownHostsFile={known}", "-o", "GlobalKnownHostsFile=/dev/null"]
            options += ["-o", "StrictHostKeyChecking=yes", "-o", f"HostKeyAlias={_HOST_NAME}"]
        # All calls share one connection, so that a password is asked for once; unless the path of
        # its socket would be longer than systems allow.
        socket = str(scratch / "ssh")
        shared = ("-o", f"ControlPath={socket if len(socket) <= _LONGEST_SOCKET else 'none'}")
        opening = ("-o", "ControlMaster=auto", "-o", "ControlPersist=60")
        try:
            yield RsyncPublication(
                target, rsync, " ".join(("ssh", *options, *opening, *shared)), scratch
            )
        finally:
            if (scratch / "ssh").exists():
                ssh = replace(rsync, name="ssh")
                words = (*shared, "-O", "exit", _machine(target))
                ssh.run(*words, allowed=range(256), doing="closing the connection")


def _machine(target: RsyncTarget) -> str:
    """The part of the place before its folder: USER@HOST."""
    return target.rsync[: target.rsync.index(":", target.rsync.rfind("]") + 1)]


def _private(path: Path, content: str) -> str:
    """A file that nobody else can read."""
    path.touch(0o600)
    path.write_text(f"{content.strip()}\n", encoding="utf-8")
    return str(path)


def _list(paths: Sequence[str]) -> list[bytes]:
    return [path.encode("utf-8", "surrogateescape") + b"\0" for path in paths]


def _text(done: Done) -> str:
    return done.printed.decode("utf-8", "surrogateescape")


def _unescaped(name: str) -> str:
    """A name as rsync shows it, with the characters that it spells out."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), name)

"""A folder of another machine, by rsync over ssh.

rsync compares contents, not times, so what stands there is known and not believed; each file takes
its name whole (it writes beside it and renames), and a phase is one call.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sitegen.frozen import dataclass, replace
from sitegen.model import RsyncTarget
from sitegen.publish.commands import Program, secrets, variable
from sitegen.publish.failure import TargetError
from sitegen.publish.plan import Plan
from sitegen.publish.site import Site
from sitegen.publish.standing import Standing
from sitegen.publish.steps import in_steps
from sitegen.publish.target import Steps, Tell
from sitegen.write.paths import MANIFEST, folders_of, shown

# rsync(1), --itemize-changes: eleven characters, then what --out-format puts behind them.
_ROW = re.compile(r"(?:[<>ch.](?P<kind>[fdLDS])(?P<change>.{9})|\*deleting  ) (?P<name>.*)")
_NEW = "+++++++++"
_ESCAPED = re.compile(r"\\#([0-7]{3})")
# No times, owners or permissions are copied: the server's own count. Names are sent as they are,
# never to be read by the shell there (-s), and shown as they are (-8).
_COMMON = ("-s", "-8", "--recursive", "--chmod=D755,F644", "--no-motd")
_LISTED = ("--from0", "--files-from=-")
# A machine that is not there is given up after half a minute, one that falls silent after one.
_PATIENCE = ("ConnectTimeout=30", "ServerAliveInterval=15", "ServerAliveCountMax=4")
_LONGEST_SOCKET = 86  # of the 103 that macOS takes; ssh puts 17 characters behind it for a while


@dataclass(frozen=True, slots=True)
class RsyncPublication:
    """A folder of another machine as a target. `scratch` is a private folder of our own."""

    target: RsyncTarget
    rsync: Program
    shell: str
    scratch: Path

    @property
    def place(self) -> str:
        """The machine and the folder."""
        return shown(self.target.rsync)

    def survey(self, site: Site) -> Standing:
        """What stands there: rsync says what it would change and delete, and does nothing."""
        tried = self._run(
            "--dry-run",
            "--checksum",
            "--delete",
            "--out-format=%i %n",
            f"{site.folder}/",
            self._there(),
            doing=f"comparing with {self.place}",
        )
        new, other, beside = set[str](), set[str](), set[str]()
        for row in filter(None, map(_ROW.fullmatch, tried.split("\n"))):
            path = _ESCAPED.sub(_character, row["name"])
            if row["kind"] is None:
                beside.add(path)
            elif row["kind"] != "d":
                (new if row["change"] == _NEW else other).add(path)
        folders = folders_of(site.digests)
        return Standing(
            same=frozenset(site.digests.keys() - new - other),
            other=frozenset(other - {MANIFEST}),
            beside=frozenset(p for p in beside if not p.endswith("/") or p[:-1] in folders),
            manifest=self._manifest(site, is_new=MANIFEST in new, is_same=MANIFEST not in other),
        )

    def carry_out(self, site: Site, plan: Plan, tell: Tell) -> None:
        """Make the folder hold the site."""
        in_steps(Steps(self._put, self._put_manifest, self._delete), site, plan, tell)

    def _put(self, site: Site, paths: Sequence[str]) -> None:
        for path in paths:
            site.read(path)  # refuses what has changed; rsync reads it by itself
        # Each of them differs, whatever its size and time say.
        words = ("--ignore-times", "--delay-updates", *_LISTED, f"{site.folder}/", self._there())
        self._run(*words, given=_list(paths), doing=f"uploading to {self.place}")

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

    def _manifest(self, site: Site, *, is_new: bool, is_same: bool) -> bytes | None:
        if is_new:
            return None
        if is_same:
            return site.manifest
        here = self.scratch / "manifest"
        self._run(self._there(MANIFEST), str(here), doing=f"reading the manifest at {self.place}")
        return here.read_bytes()

    def _there(self, name: str = "") -> str:
        return f"{self.target.rsync.rstrip('/')}/{name}"

    def _run(self, *words: str, given: Sequence[bytes] = (), doing: str) -> str:
        done = self.rsync.run("-e", self.shell, *_COMMON, *words, given=given, doing=doing)
        return done.printed.decode("utf-8", "surrogateescape")


@contextmanager
def open_rsync(
    target: RsyncTarget, project: Path, environment: Mapping[str, str], *, interactive: bool
) -> Iterator[RsyncPublication]:
    """A folder of another machine as a target. Keys lie in a private folder until the end.

    Raises TargetError where a key is missing.
    """
    rsync = Program("rsync", project, dict(environment))
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        scratch = Path(folder)
        if " " in folder:  # rsync parts the words of its shell at spaces
            raise TargetError(f"the folder for temporary files has a space in its name: {folder}")
        settings = _PATIENCE if interactive else (*_PATIENCE, "BatchMode=yes")
        options = [word for setting in settings for word in ("-o", setting)]
        if target.port is not None:
            options += ["-p", str(target.port)]
        if target.key_env is not None:
            key = variable(target.key_env, environment, f"publish.{target.name}.key_env")
            rsync = replace(rsync, secrets=secrets(key))
            options += ["-i", _private(scratch / "key", key), "-o", "IdentitiesOnly=yes"]
        if target.host_key is not None:
            known = _private(scratch / "known_hosts", _known_host(target))
            options += ["-o", f"UserKnownHostsFile={known}", "-o", "GlobalKnownHostsFile=/dev/null"]
            options += ["-o", "StrictHostKeyChecking=yes"]
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


def _known_host(target: RsyncTarget) -> str:
    """The line of a file of known hosts (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT)."""
    host = _machine(target).rpartition("@")[2].strip("[]")
    named = host if target.port in {None, 22} else f"[{host}]:{target.port}"
    return f"{named} {target.host_key}"


def _list(paths: Sequence[str]) -> list[bytes]:
    return [path.encode("utf-8", "surrogateescape") + b"\0" for path in paths]


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 8))

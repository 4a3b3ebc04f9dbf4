"""Other programs, of which publishing needs git, rsync and ssh: run so that no secret is shown.

Secrets reach them through their environment or a private file, never through the command line,
which every user of a machine can read; and what they print is shown without them.
"""

import base64
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

from sitegen.frozen import NamedTuple, dataclass, field
from sitegen.publish.failure import TargetError
from sitegen.write.paths import shown

_SHORTEST = 4  # characters of a part of a secret that is hidden: less would hide common words
_MOST_LINES = 6  # of a program's complaint
_HIDDEN = "•••"


@dataclass(frozen=True, slots=True)
class Secrets:
    """Values that nothing may show, in every form that they are sent in."""

    values: tuple[str, ...] = field(default=(), repr=False)

    def hide(self, text: str) -> str:
        """A text without them."""
        for value in self.values:
            text = text.replace(value, _HIDDEN)
        return text


def secrets(*values: str) -> Secrets:
    """What must be hidden of these: the values, their lines, and both in base64."""
    parts = {part.strip() for value in values for part in (value, *value.splitlines())}
    known = {part for part in parts if len(part) >= _SHORTEST}
    known |= {base64.b64encode(part.encode()).decode() for part in known}
    return Secrets(tuple(sorted(known, key=len, reverse=True)))


def ssh_settings(*, interactive: bool) -> tuple[str, ...]:
    """How ssh is to behave, so that nobody waits for ever (ssh_config(5)).

    A machine that is not there is given up after half a minute, one that falls silent after one.
    """
    patience = ("ConnectTimeout=30", "ServerAliveInterval=15", "ServerAliveCountMax=4")
    return patience if interactive else (*patience, "BatchMode=yes")


def variable(name: str, environment: Mapping[str, str], field_name: str) -> str:
    """A secret of the environment. Raises TargetError where it is not there."""
    value = environment.get(name, "")
    if not value.strip():
        raise TargetError(
            f"the environment variable {name}, which {field_name} names, is not set; nothing was "
            "published"
        )
    return value


class Done(NamedTuple):
    """What became of a program that was run."""

    code: int
    printed: bytes
    complaint: str

    @property
    def line(self) -> str:
        """What it printed, of which a line was asked."""
        return self.printed.decode(errors="replace").strip()


@dataclass(frozen=True, slots=True)
class Program:
    """A program with the folder and the environment that it runs in."""

    name: str
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    secrets: Secrets = field(default_factory=Secrets, repr=False)

    def run(
        self,
        *words: str,
        given: Iterable[bytes] = (),
        allowed: Sequence[int] = (0,),
        doing: str,
    ) -> Done:
        """Run it with these words, and with `given` as its input.

        Raises TargetError, which says what was being done and what the program had to say, where
        the program is missing or ends with a code that is not `allowed`.
        """
        # What it prints goes to files, so that it never waits for us while we write to it.
        with TemporaryFile() as printed, TemporaryFile() as complaint:
            try:
                running = subprocess.Popen(  # noqa: S603 - no shell; the words are our own
                    [self.name, *words],
                    cwd=self.folder,
                    env={**self.environment, "LC_ALL": "C"},
                    stdin=subprocess.PIPE,
                    stdout=printed,
                    stderr=complaint,
                )
            except FileNotFoundError as problem:
                raise TargetError(f"{doing} needs {self.name}, which is not here") from problem
            try:
                with suppress(BrokenPipeError):  # it has ended, and says why
                    if running.stdin:
                        running.stdin.writelines(given)
                        running.stdin.close()
                running.wait()
            except BaseException:  # whoever ends us must not be told so while it goes on
                running.terminate()
                running.wait()
                raise
            printed.seek(0)
            complaint.seek(0)
            said = self.secrets.hide(complaint.read().decode(errors="replace"))
            done = Done(running.returncode, printed.read(), said)
        if done.code not in allowed:
            raise TargetError(f"{doing} failed: {told(done)}")
        return done


def told(done: Done) -> str:
    """What a program had to say: its last lines, in one."""
    lines = [shown(line.strip()) for line in done.complaint.splitlines() if line.strip()]
    return " / ".join(lines[-_MOST_LINES:]) or f"it ended with {done.code}"

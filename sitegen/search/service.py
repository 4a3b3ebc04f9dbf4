"""Pagefind as a subprocess.

It is spoken to over its pipes, as its own packages for Python and Node.js do it (`--service`:
messages in JSON, in base64, with a comma after each). So documents are numbered in our order, and
not in that of some file system; no folder of temporary files can fill a disk or be left behind; and
an index arrives whole or not at all. Its package for Python is not imported: it sleeps a tenth of a
second for each answer.
"""

import json
import os
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import metadata
from threading import Event, Thread, Timer
from typing import IO, Any

from sitegen.frozen import dataclass
from sitegen.search.steady import steadied

_PATIENCE = 120.0, 0.05  # seconds, and for each document: some fifty times what it takes
_LAST_BREATH = 10.0  # seconds
_UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
_ENTRY = "pagefind-entry.json"
_CHUNK = 1 << 20  # bytes
_LONGEST_REASON = 200  # characters
_NOWHERE = os.path.dirname(os.path.abspath(__file__))  # no configuration of Pagefind lies here


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no index, as the end of a sentence in one line."""

    reason: str


def installed() -> str | None:
    """The version of Pagefind that is installed for this Python; None where there is none."""
    try:
        return metadata.version("pagefind")
    except metadata.PackageNotFoundError:
        return None


def make_index(
    documents: Sequence[tuple[str, bytes]], language: str, left_out: Sequence[str] = ()
) -> dict[str, bytes] | Failure:
    """The files of an index by their path in its folder; the same bytes for the same documents.

    A document is the path of the page that a reader is led to, and HTML. `left_out`: selectors of
    elements that are not searched.
    """
    limit = _PATIENCE[0] + _PATIENCE[1] * len(documents)
    try:
        answer = _ask(list(_messages(documents, language, left_out)), limit)
        if isinstance(answer, Failure):
            return answer
        files = {file["path"]: b64decode(file["content"]) for file in answer["files"]}
        languages = json.loads(files[_ENTRY])["languages"].values()
        found = sum(entry["page_count"] for entry in languages)
        programs = {f"wasm.{entry['wasm'] or 'unknown'}.pagefind" for entry in languages}
    except OSError as fault:
        return Failure(f"pagefind could not be run: {_line(str(fault))}")
    except (KeyError, TypeError, ValueError, AttributeError):
        return Failure("pagefind’s answer was not understood")
    if found != len(documents):
        return Failure(f"pagefind took {found:,} of {len(documents):,} pages")
    return steadied(
        {
            path: content
            for path, content in files.items()
            if not path.startswith(_UNUSED) and (not path.startswith("wasm.") or path in programs)
        }
    )


def _messages(
    documents: Sequence[tuple[str, bytes]], language: str, left_out: Sequence[str]
) -> Iterator[dict[str, Any]]:
    config = {
        "force_language": language,
        "keep_index_url": True,
        "exclude_selectors": list(left_out),
    }
    yield {"type": "NewIndex", "config": config}
    for path, content in documents:
        contents = content.decode()
        yield {"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": contents}
    yield {"type": "GetFiles", "index_id": 0}


def _ask(messages: Sequence[dict[str, Any]], limit: float) -> dict[str, Any] | Failure:
    """The answer to the last message; a failure where any of them was not answered as it should.

    Raises:
        OSError: No process could be started.
        KeyError, TypeError, ValueError: An answer is none of Pagefind's.
    """
    with subprocess.Popen(
        # -P: a file or folder of the name pagefind that lies here is not what is meant
        [sys.executable, "-P", "-m", "pagefind", "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_NOWHERE,
        env=_environment(),
    ) as process:
        stdin, stdout, stderr = process.stdin, process.stdout, process.stderr
        if stdin is None or stdout is None or stderr is None:  # never, with three pipes
            raise OSError("it has no pipes")
        said: list[bytes] = []
        writing = Thread(target=_write, args=(messages, stdin), daemon=True)
        listening = Thread(target=lambda: said.append(stderr.read()), daemon=True)
        late = Event()

        def expire() -> None:
            late.set()
            process.kill()

        timer = Timer(limit, expire)
        try:
            for thread in (writing, listening, timer):
                thread.start()
            answer = _answer(stdout, len(messages) - 1)
            if not answer:  # it has ended, or is about to
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_LAST_BREATH)
        finally:
            timer.cancel()
            process.kill()  # it has done its work, or never will; what it holds is only in memory
            writing.join()
            listening.join()
            with suppress(OSError):  # what was not taken is lost
                stdin.close()
        if isinstance(answer, dict):
            return answer
        if late.is_set():
            return Failure(f"pagefind did not end within {limit:g} seconds")
        return Failure(answer or _ended(process.wait(), b"".join(said)))


def _write(messages: Sequence[dict[str, Any]], stdin: IO[bytes]) -> None:
    """Send everything. The pipe stays open: Pagefind stops at its end, whatever it is doing."""
    with suppress(OSError):  # whoever reads the answers sees that it ended
        for number, payload in enumerate(messages):
            message = {"message_id": number, "payload": payload}
            stdin.write(b64encode(json.dumps(message).encode()) + b",")
        stdin.flush()


def _answer(stdout: IO[bytes], last: int) -> dict[str, Any] | str:
    """The answer to the message with the number `last`; or the words of an error, or of none."""
    for raw in _parts(stdout):
        told = json.loads(b64decode(raw))
        if told is None:
            continue
        payload = told["payload"]
        if payload["type"] == "Error":
            return f"pagefind says: {_line(payload['message'])}"
        if told["message_id"] == last:
            return dict(payload)
    return ""


def _parts(stdout: IO[bytes]) -> Iterator[bytes]:
    """What comes before each comma. The last answer has many megabytes, and is joined but once."""
    waiting: list[bytes] = []
    while chunk := os.read(stdout.fileno(), _CHUNK):
        *whole, rest = chunk.split(b",")
        for part in whole:
            yield b"".join((*waiting, part))
            waiting.clear()
        waiting.append(rest)


def _ended(code: int, said: bytes) -> str:
    if code < 0:
        return f"pagefind was killed (signal {-code})"
    words = [line for line in said.decode(errors="replace").splitlines() if line.strip()]
    return f"pagefind ended with {code}" + (f": {_line(words[-1])}" if words else "")


def _line(words: str) -> str:
    return " ".join(words.split())[:_LONGEST_REASON]


def _environment() -> dict[str, str]:
    """Ours, without what would configure Pagefind: a build depends on the project alone.

    The process runs in a folder of its own, so what leads to modules is made absolute.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    if kept.get("PYTHONPATH"):
        paths = kept["PYTHONPATH"].split(os.pathsep)
        kept["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, paths))
    return kept

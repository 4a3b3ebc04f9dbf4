"""How soon a hundred open pages hear of a change, and how soon the server begins and ends.

    python -m benchmarks.preview.streams PROJECT [--streams 100] [--rounds 20]

The project is copied first. A round saves a file of facts; it counts from the first stream that
hears of it to the last, so that neither the debounce nor the check is in it. Milliseconds.
"""

import argparse
import selectors
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

_DEADLINE = 120.0
_FOLDERS = ("content", "seeds", "themes")


def main(words: Sequence[str]) -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, prog="streams")
    parser.add_argument("project", type=Path)
    parser.add_argument("--streams", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        for name in _FOLDERS:
            if (asked.project / name).is_dir():
                shutil.copytree(asked.project / name, Path(folder, name))
        _measure(Path(folder), asked.streams, asked.rounds)


def _measure(project: Path, streams: int, rounds: int) -> None:
    began = time.perf_counter()
    command = [sys.executable, "-m", "sitegen", "-C", str(project), "serve", "--port", "0", "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:  # noqa: S603 - ours
        assert serving.stdout is not None  # noqa: S101 - it is a pipe
        url = serving.stdout.readline().strip()
        _print("address printed", [time.perf_counter() - began])
        while not _is_there(url):
            time.sleep(0.005)
        _print("first page", [time.perf_counter() - began])
        heard = _rounds(project, url, streams, rounds)
        _print(f"{streams} streams, from the first to the last", heard)
        began = time.perf_counter()
        serving.send_signal(signal.SIGINT)
        serving.wait(_DEADLINE)
        _print(f"Ctrl-C with {streams} streams open", [time.perf_counter() - began])


def _is_there(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=_DEADLINE) as reply:  # noqa: S310 - our own server
            return bool(reply.status == 200)  # noqa: PLR2004 - OK
    except OSError:
        return False


def _rounds(project: Path, url: str, streams: int, rounds: int) -> list[float]:
    host = urlsplit(url)
    waiting = selectors.DefaultSelector()
    for _ in range(streams):
        stream = socket.create_connection((host.hostname or "", host.port or 0), _DEADLINE)
        request = f"GET /_sitegen/events?page=index.html HTTP/1.1\r\nHost: {host.netloc}\r\n\r\n"
        stream.sendall(request.encode())
        waiting.register(stream, selectors.EVENT_READ)
    _hear(waiting, streams)
    facts = min(project.glob("content/facts/**/*.yaml"))
    written = facts.read_bytes()
    spent = []
    for number in range(rounds):
        facts.write_bytes(written + f"# {number}\n".encode())
        spent.append(_hear(waiting, streams))
    return spent


def _hear(waiting: selectors.BaseSelector, streams: int) -> float:
    """Seconds from the first stream that hears of a state to the last."""
    left = streams
    began = 0.0
    texts: dict[object, bytes] = {}
    while left:
        for key, _ in waiting.select(_DEADLINE):
            began = began or time.perf_counter()
            stream = key.fileobj
            assert isinstance(stream, socket.socket)  # noqa: S101 - as it was registered
            texts[stream] = texts.get(stream, b"") + stream.recv(65536)
            if b"}\n\n" in texts[stream]:  # the end of an event's data
                texts[stream] = b""
                left -= 1
    return time.perf_counter() - began


def _print(what: str, seconds: Sequence[float]) -> None:
    milliseconds = sorted(1000 * second for second in seconds)
    line = f"{what}: {statistics.median(milliseconds):.0f} ms"
    if len(milliseconds) > 1:
        line += f" (median of {len(milliseconds)}; at most {milliseconds[-1]:.0f} ms)"
    print(line, flush=True)  # noqa: T201 - a script


if __name__ == "__main__":
    main(sys.argv[1:])

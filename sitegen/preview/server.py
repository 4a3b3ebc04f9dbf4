"""The preview from end to end: what serves, what rebuilds, and the news between them."""

import json
import secrets
import threading
import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sitegen.build import Prepared, prepare
from sitegen.config import DEFAULT_HOST, DEFAULT_PORT
from sitegen.diagnostics import Severity
from sitegen.frozen import dataclass, replace
from sitegen.memory import Memory
from sitegen.preview import editors
from sitegen.preview.annotate import Annotator
from sitegen.preview.app import Desk, Preview
from sitegen.preview.connections import Limits
from sitegen.preview.guard import Doors
from sitegen.preview.own_files import OwnFiles, own_files
from sitegen.preview.ports import Listening, listen
from sitegen.preview.report import page_object, report_object
from sitegen.preview.running import Server
from sitegen.preview.runs import Prepare, RunReport
from sitegen.preview.served import Served
from sitegen.preview.state import State
from sitegen.preview.streams import Hub, event
from sitegen.preview.watch import Watcher
from sitegen.preview.worker import Worker
from sitegen.snapshot import Snapshot

_STARTING = State(build="")
_TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a preview is asked for. `root` is the project; `editor` as `editors.editor` takes it.

    `poll`: find changes by looking at every file, for disks that announce none. `theme` stands in
    for what site.yaml says. `strict`: warnings stop a build as errors do.
    """

    root: Path
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    open: bool = False
    poll: bool = False
    editor: str | None = None
    theme: str | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Notices:
    """Who hears of what, for the terminal. Each may be called from any thread.

    - `listening`: the server can be reached now
    - `published`: readers see another state
    - `ran`: a run has ended, whatever it came to
    - `say`: anything else, as one line
    """

    listening: Callable[[Listening], None]
    published: Callable[[State], None]
    ran: Callable[[RunReport], None]
    say: Callable[[str], None]


def serve(wanted: Wanted, notices: Notices, limits: Limits | None = None) -> None:
    """Serve the preview of a project until a signal ends it.

    Raises OSError where it cannot listen there.
    """
    limits = limits or Limits()
    listening = listen(wanted.host, wanted.port)
    hub = Hub(limits.streams)
    token = secrets.token_urlsafe(_TOKEN_BYTES) if listening.loopback else None
    opener = _Opener(listening.url if wanted.open else None, notices.say)

    def published(state: State) -> None:
        served.publish(state)
        hub.broadcast(event("state", state_line(state)))
        notices.published(state)
        opener.open()

    worker = Worker(
        wanted.root,
        published,
        lambda: hub.pages,
        log=notices.ran,
        watcher=Watcher(wanted.root, poll=wanted.poll, say=notices.say),
        prepare=_preparing(wanted),
    )
    assets = own_files()
    served = Served(token or "", assets.script, lambda path, _: worker.failed(path))
    doors = Doors(
        listening.hosts,
        listening.port if listening.any_address else None,
        token,
    )
    editor = editors.editor(wanted.editor, wanted.root, loopback=listening.loopback)
    desk = make_desk(served, assets, wanted.root, editor, worker.look_again)
    app = Preview(doors, served, hub, desk, notices.say, limits.body)
    server = Server(app, listening, hub, notices.say, limits)
    notices.listening(listening)
    worker.start()
    try:
        server.serve_until_stopped()
    finally:
        worker.stop()


def make_desk(
    served: Served,
    assets: OwnFiles,
    root: Path,
    editor: editors.Editor | None,
    look_again: Callable[[], None],
) -> Desk:
    """What the preview's own paths answer, each for the state at that moment.

    `look_again` is called once something was written; the system may announce it later, or never.
    """

    def state() -> State:
        return served.state or _STARTING

    annotator = Annotator(root, state, editor)
    calls = {
        "selection": annotator.selection,
        "fact": annotator.fact,
        "skip": annotator.skip,
        "undo": annotator.undo,
    }

    def write(name: str, sent: Mapping[str, Any]) -> Any:
        answer = calls[name](sent)
        if name != "selection":
            look_again()
        return answer

    return Desk(
        report=lambda: report_object(state(), editor),
        page=lambda path: page_object(state(), path, editor),
        write=write,
        coverage=annotator.coverage,
        assets=assets,
    )


def state_line(state: State) -> str:
    """What a page hears of a state, as one line of JSON."""
    errors = sum(found.severity is Severity.ERROR for found in state.diagnostics)
    return json.dumps(
        {
            "build": state.build,
            "broken": state.broken,
            "errors": errors,
            "warnings": len(state.diagnostics) - errors,
        }
    )


def _preparing(wanted: Wanted) -> Prepare:
    """`build.prepare` with what the command line says instead of site.yaml."""

    def preparing(snapshot: Snapshot, memory: Memory) -> Prepared:
        prepared = prepare(snapshot, memory, theme=wanted.theme)
        if wanted.strict and prepared.diagnostics:
            return replace(prepared, site=None)
        return prepared

    return preparing


class _Opener:
    """Opens the browser once there is something to see."""

    def __init__(self, url: str | None, say: Callable[[str], None]) -> None:
        self._url = url
        self._say = say

    def open(self) -> None:
        """Open it, the first time; a browser in the terminal must not hold up the server."""
        if self._url is not None:
            threading.Thread(target=self._show, args=(self._url,), daemon=True).start()
            self._url = None

    def _show(self, url: str) -> None:
        if not webbrowser.open(url):
            self._say(f"no browser could be opened; the address is {url}")

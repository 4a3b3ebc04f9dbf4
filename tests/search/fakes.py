"""Programs in the place of Pagefind, each of which fails in its own way."""

from pathlib import Path

import pytest

_READ = """\
import base64, json, sys
def answer(number, payload):
    told = json.dumps({"message_id": number, "payload": payload}).encode()
    sys.stdout.buffer.write(base64.b64encode(told) + b",")
    sys.stdout.flush()
def asked():
    waiting = b""
    while byte := sys.stdin.buffer.read(1):
        if byte != b",":
            waiting += byte
            continue
        yield json.loads(base64.b64decode(waiting))
        waiting = b""
def packed(files):
    return [{"path": p, "content": base64.b64encode(c).decode()} for p, c in files.items()]
"""
CRASH = 'import sys\nsys.stderr.write("thread main panicked\\nno room\\n\\n")\nsys.exit(101)\n'
KILLED = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"
SILENT = ""
MUMBLING = 'print("bXVtYmxl", end=",", flush=True)\n'
NO_BASE64 = 'print("%%%%%", end=",", flush=True)\n'
NOT_READING = "import sys\nsys.stdin.close()\nsys.exit(3)\n"
WAITING = "import sys\nsys.stdin.read()\n"
REFUSING = f"""{_READ}
for message in asked():
    answer(message["message_id"], {{"type": "Error", "message": "Invalid\\nconfig", "original": 1}})
"""
LOSING = f"""{_READ}
entry = json.dumps({{"languages": {{"en": {{"hash": "en_1", "wasm": "en", "page_count": 1}}}}}})
for message in asked():
    files = packed({{"pagefind-entry.json": entry.encode()}})
    answer(message["message_id"], {{"type": message["payload"]["type"], "files": files}})
"""
EMPTY = f"""{_READ}
for message in asked():
    answer(message["message_id"], {{"type": message["payload"]["type"], "files": []}})
"""


def install(program: str, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Have this program run for `python -m pagefind`."""
    (folder / "pagefind").mkdir(parents=True)
    (folder / "pagefind" / "__init__.py").write_text("")
    (folder / "pagefind" / "__main__.py").write_text(program)
    patch.setenv("PYTHONPATH", str(folder))

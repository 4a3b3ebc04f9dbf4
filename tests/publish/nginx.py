"""The web server of the manual: nginx on loopback, with the very lines that the manual gives."""

import getpass
import grp
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.documents import ROOT
from tests.publish.servers import await_port

MANUAL = ROOT / "docs/how-to/publish-on-your-own-server.md"
_BLOCK = re.compile(r"```nginx\n(.*?)```", re.DOTALL)


@contextmanager
def nginx(program: str, www: Path, room: Path) -> Iterator[str]:
    """Serve what lies in `www`/lamp below /lamp/: the address of the server."""
    (block,) = _BLOCK.findall(MANUAL.read_text(encoding="utf-8"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    temporary = "".join(
        f"{kind}_temp_path {room / kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (room / "nginx.conf").write_text(
        # Its workers are us, as others may not look into our temporary folders.
        f"user {getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name};\n"
        f"pid {room / 'pid'};\nerror_log {room / 'error.log'};\nworker_processes 1;\n"
        "events {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n"
        f"{temporary}server {{\nlisten 127.0.0.1:{port};\n"
        f"{block.replace('/srv/www', str(www))}\n}}\n}}\n",
        encoding="utf-8",
    )
    words = [program, "-e", str(room / "error.log"), "-c", str(room / "nginx.conf")]
    server = subprocess.Popen([*words, "-g", "daemon off;"], stdin=subprocess.DEVNULL)
    try:
        await_port(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()

"""The YAML language server that editors use (npm `yaml-language-server`): a source file -> what an editor shows there."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


@dataclass
class Editor:
    """An editor with the server behind it; `spot` is (line, column), from 0."""

    process: subprocess.Popen[bytes]
    numbers: Iterator[int] = field(default_factory=itertools.count)
    diagnostics: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def open(self, path: Path, text: str | None = None) -> list[str]:
        """Show `path`, with `text` in place of what it holds, and return what stands in its margin: `line: message`."""
        address = _address(path)
        text = path.read_text(encoding="utf-8") if text is None else text
        if address in self.diagnostics:
            document = {"uri": address, "version": next(self.numbers)}
            self._send("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        else:
            document = {"uri": address, "version": next(self.numbers), "languageId": "yaml", "text": text}
            self._send("textDocument/didOpen", textDocument=document)
        self.diagnostics.pop(address, None)
        while address not in self.diagnostics:
            self._read()
        return [f"{found['range']['start']['line'] + 1}: {found['message']}" for found in self.diagnostics[address]]

    def complete(self, path: Path, spot: tuple[int, int]) -> dict[str, dict[str, Any]]:
        """Return what the editor offers at `spot`, by label."""
        found = self._ask("textDocument/completion", textDocument={"uri": _address(path)}, position=_position(spot))
        return {item["label"]: item for item in (found["items"] if isinstance(found, dict) else found or [])}

    def hover(self, path: Path, spot: tuple[int, int]) -> str:
        """Return what the editor says of what stands at `spot`."""
        found = self._ask("textDocument/hover", textDocument={"uri": _address(path)}, position=_position(spot))
        return str(found["contents"]["value"]) if found else ""

    def _ask(self, method: str, **params: Any) -> Any:
        number = self._send(method, **params)
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _send(self, method: str, **params: Any) -> int:
        number = next(self.numbers)
        notice = method.startswith("textDocument/did") or method in ("initialized", "exit", "workspace/didChangeConfiguration")
        self._write({"method": method, "params": params, **({} if notice else {"id": number})})
        return number

    def _write(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        self._take(message)
        return message

    def _take(self, message: dict[str, Any]) -> None:
        """Note diagnostics, and answer what the server asks: no settings of one's own."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self._write({"id": message["id"], "result": [None for _ in asked] if asked else None})


@contextmanager
def start_editor() -> Iterator[Editor]:
    """Start the server with its settings as they come; the editor is one that can fill in snippets."""
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        editor = Editor(process)
        item = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        shows = {"completion": {"completionItem": item}, "hover": {"contentFormat": ["markdown"]}}
        editor._ask("initialize", processId=None, rootUri=None, capabilities={"textDocument": shows})
        editor._send("initialized")
        yield editor
        process.kill()


def _address(path: Path) -> str:
    return "file://" + quote(str(path))


def _position(spot: tuple[int, int]) -> dict[str, int]:
    return {"line": spot[0], "character": spot[1]}

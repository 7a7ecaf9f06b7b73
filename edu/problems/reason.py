"""An error of the operating system -> why, in our own words."""

from __future__ import annotations

import errno

from edu.problems.kinds import N_

_NOT_ALLOWED = N_("the system does not allow it")
_FULL = N_("the disk is full")
_IN_USE = N_("another program uses it")
_NO_ANSWER = N_("the network drive does not answer")

_REASONS = {
    "EACCES": _NOT_ALLOWED,
    "EPERM": _NOT_ALLOWED,
    "EROFS": N_("the disk is write-protected"),
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": N_("the file is too large for this disk"),
    "EIO": N_("the disk or the network failed"),
    "ENODEV": N_("the disk is gone"),
    "ENXIO": N_("the disk is gone"),
    "ENOENT": N_("there is no such file or folder"),
    "ENOTDIR": N_("a file stands where a folder is meant"),
    "EEXIST": N_("a file stands where a folder is meant"),
    "EISDIR": N_("a folder stands where a file is meant"),
    "ENOTEMPTY": N_("the folder is not empty"),
    "ENAMETOOLONG": N_("the name is too long"),
    "ELOOP": N_("links lead in a circle"),
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
    "ENOMEM": N_("the memory is too small"),
    "ETIMEDOUT": _NO_ANSWER,
    "EHOSTDOWN": _NO_ANSWER,
    "EHOSTUNREACH": _NO_ANSWER,
    "ESTALE": _NO_ANSWER,
}


def name_reason(error: OSError) -> str:
    """Return why, as one of our own msgids; where we have none, the system's name of the error, such as `EXDEV`."""
    name = errno.errorcode.get(error.errno or 0, "") or type(error).__name__
    return _REASONS.get(name, name)

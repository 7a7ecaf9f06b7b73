"""What can go wrong with the output folder, LibreOffice, a new course and the command line: codes, levels, messages, hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error, warning


class RunningCodes:
    """What can go wrong with the output folder, LibreOffice, a new course and the command line."""

    # the output folder
    EDITED = warning(
        "output.edited",
        N_("{file} was changed after it was built, so it stays as it is; the new one is {new}"),
        N_("take over what you need, or build with --force to overwrite it"),
    )
    HELD_OPEN = error(
        "output.held-open",
        N_("{file} cannot be replaced: another program holds it open, or it is protected"),
        N_("close it there and build again"),
    )
    READ_ONLY = error(
        "output.read-only", N_("nothing can be written to the folder {folder}"), N_("choose another one with --output")
    )
    DISK_FULL = error("output.disk-full", N_("the disk of the folder {folder} is full"))
    NOT_WRITTEN = error("output.not-written", N_("{file} cannot be written: {reason}"))
    BUSY = error(
        "output.busy",
        N_("another build is writing into the folder {folder}"),
        N_("wait until it has ended, and build again"),
    )
    CHANGED_MEANWHILE = error(
        "output.changed-meanwhile",
        N_("{file} was changed just now by somebody else, so it was left as it is"),
        N_("do the same once more"),
    )
    OUTSIDE = error("output.outside", N_("{file} was not written: a symbolic link leads it out of its folder"))

    WORKER_STOPPED = error(
        "output.worker-stopped",
        N_("a part of the build was stopped from outside; perhaps the memory is too small"),
        N_("build with --jobs 1"),
    )

    # LibreOffice
    NO_OFFICE = error(
        "office.missing",
        N_("{file} is made by LibreOffice, and it was not found on this computer"),
        N_(
            "install it from www.libreoffice.org, or on Linux with its package libreoffice-impress; "
            "or open the deck in PowerPoint, WPS or Keynote and export it there"
        ),
    )
    OFFICE_FAILED = error(
        "office.failed",
        N_("{file} was not made: LibreOffice ended without making a PDF of the deck"),
        N_("open the deck in LibreOffice and export it there; on Linux the package libreoffice-impress is needed too"),
    )
    NO_PDFIUM = error(
        "office.no-pdfium",
        N_("{file} was not made: the Python package pypdfium2, which draws pages of a PDF, is missing or does not work"),
        N_("install it where edu stands: python -m pip install pypdfium2, or with pipx: pipx inject kejian pypdfium2"),
    )
    OFFICE_HANGS = error(
        "office.hangs",
        N_("{file} was not made: LibreOffice did not come to an end and was stopped"),
        N_("build again, or ask for fewer modules at once with --module"),
    )

    PORT_TAKEN = error(
        "watch.port-taken",
        N_("the port {port} of this computer is in use"),
        N_("name another one with --port, or leave the option out"),
    )

    # a new course
    NO_FOLDER = error(
        "usage.no-folder", N_("the folder for the new course is missing"), N_("name one, for example: edu new my-course")
    )
    FOLDER_IN_USE = error(
        "usage.folder-in-use",
        N_("the folder {folder} is not empty: it holds {name}"),
        N_("name a folder that does not exist yet; it will be made"),
    )
    NOT_A_FOLDER = error("usage.not-a-folder", N_("{folder} is a file or leads through one"), N_("name another folder"))
    NO_STARTER = error(
        "usage.no-starter",
        N_("a new course cannot be written in “{name}”; there are: {known}"),
        N_("did you mean “{near}”?"),
    )
    NOT_WRITABLE = error(
        "new.not-writable",
        N_("the system does not let you write to {folder}"),
        N_("choose another place, such as your documents folder"),
    )
    NO_NEW_COURSE = error("new.not-written", N_("the new course cannot be written to {folder}: {reason}"))
    COURSE_IN_COURSE = warning(
        "new.course-in-course",
        N_("the new course stands inside the course in {folder}, which does not build it"),
        N_("for another lesson of that course, make a folder in its content folder and add it to modules in course.yaml"),
    )

    # the command line
    NO_COURSE = error(
        "usage.no-course",
        N_("there is no course in {folder}: it has no content/course.yaml"),
        N_('type first: cd "{near}"'),
        N_("go to the folder of a course, or name one with --course"),
    )
    UNKNOWN_MODULE = error(
        "usage.unknown-module", N_("“{name}” is not one of the modules: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_LANGUAGE = error(
        "usage.unknown-language", N_("“{name}” is not one of the course's languages: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_PSEUDO = error(
        "usage.unknown-pseudo", N_("“{name}” is not one of the pseudo-languages: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_OUTPUT = error(
        "usage.unknown-output", N_("“{name}” is not one of the outputs: {known}"), N_("did you mean “{near}”?")
    )
    NOT_A_PAIR = error(
        "usage.not-a-pair",
        N_("“{name}” does not name two different languages"),
        N_("two languages of the course can stand side by side: --lang {example}"),
    )
    SIDE_BY_SIDE = error(
        "usage.side-by-side",
        N_("“{output}” cannot show two languages side by side ({name})"),
        N_("leave --to away, or use it with: {able}"),
    )
    UNKNOWN_UI_LANGUAGE = error(
        "usage.unknown-ui-language", N_("edu does not speak “{name}”; it speaks: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_SHELL = error(
        "usage.unknown-shell", N_("“{name}” is not one of the shells that can ask edu: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_COMMAND = error(
        "usage.unknown-command", N_("“{name}” is not one of the commands: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_OPTION = error("usage.unknown-option", N_("there is no option {name} here"), N_("did you mean “{near}”?"))
    WRONG_OPTION = error("usage.option", N_("the option {name} lacks its value, or has one that it does not take"))
    WRONG_OPTION_VALUE = error("usage.option-value", N_("the value of {name} is not one of: {known}"))
    WRONG_USAGE = error("usage.wrong", N_("this command line makes no sense"), N_("edu --help shows what there is"))
    UNKNOWN_ARGUMENT = error(
        "usage.unknown-argument",
        N_("“{name}” has no meaning here"),
        N_('for the course in that folder, type first: cd "{near}"'),
    )

"""Makes a Python process of Linux lack what Windows lacks, and refuse what Windows refuses.

On `PYTHONPATH`, it is imported before anything else, also in the processes that the first one starts.
"""

import os
import signal
import sys
import warnings
from contextlib import suppress
from pathlib import Path

for module in "fcntl grp pty pwd readline resource syslog termios tty".split():
    sys.modules[module] = None  # type: ignore[assignment]  # so that its import fails
for owner, names in (
    (
        os,
        "O_CLOEXEC O_DIRECTORY O_NOFOLLOW chown chroot fchmod fchown fork forkpty getegid geteuid getgid getgroups "
        "getloadavg getpgid getpgrp getsid getuid killpg lchown mkfifo mknod nice openpty pathconf pipe2 posix_fadvise "
        "posix_fallocate pread pwrite sched_getaffinity sched_setaffinity sendfile setgid setpgid setsid setuid "
        "statvfs sync sysconf wait wait3 wait4 waitid",
    ),
    (signal, "SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGUSR1 SIGUSR2 alarm setitimer"),
):
    for name in names.split():
        if hasattr(owner, name):
            delattr(owner, name)

warnings.filterwarnings("error", category=EncodingWarning, module=r"translate\b")


def _is_open(path: object) -> bool:
    """Tell whether this process has a file open, or one below a folder."""
    place = os.path.realpath(os.fspath(path))  # type: ignore[call-overload]
    held = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            held.append(str(link.readlink()))
    return any(path == place or path.startswith(f"{place}{os.sep}") for path in held)


def _refusing(function):  # type: ignore[no-untyped-def]
    def call(*paths, **options):  # type: ignore[no-untyped-def]
        for path in paths:
            if isinstance(path, str | os.PathLike) and not options and _is_open(path):
                raise PermissionError(13, "The process cannot access the file because it is being used", str(path))
        return function(*paths, **options)

    return call


def _open_no_folder(path, *options, **more):  # type: ignore[no-untyped-def]
    if isinstance(path, str | os.PathLike) and Path(path).is_dir():
        raise PermissionError(13, "Permission denied", str(path))
    return _open(path, *options, **more)


_open = os.open
os.open = _open_no_folder
for name in ("rename", "replace", "remove", "unlink", "rmdir"):
    setattr(os, name, _refusing(getattr(os, name)))

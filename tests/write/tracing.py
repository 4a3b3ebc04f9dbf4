"""Run a piece of work in a child that is stopped before system calls (Linux, ptrace with seccomp).

There the child can be killed, before the kernel does anything, or the call can be made to fail.
The child is a fork and is stopped at the calls in question only, so that a run costs milliseconds
and every such moment can be tried.
"""

import ctypes
import gc
import os
import platform
import signal
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

_TRACEME, _POKEUSER, _CONT, _SETOPTIONS, _GET_SYSCALL_INFO = 0, 6, 7, 0x4200, 0x420E
_TRACE_SECCOMP, _EXITKILL = 0x80, 0x100000
_STOPPED_AT_CALL = signal.SIGTRAP | 7 << 8
_ORIG_RAX, _RAX = 8 * 15, 8 * 10  # where x86-64 keeps a call's number, and its result
_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_STOP, _ALLOW = 0x7FF00000, 0x7FFF0000


class Call(NamedTuple):
    """A system call: its number, which differs between machines, and its arguments."""

    number: int
    arguments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """The calls to stop at: those with the listed numbers, or all but those."""

    listed: frozenset[int]
    all_but: bool
    matters: Callable[[Call], bool] = lambda _: True


@dataclass(frozen=True, slots=True)
class Run:
    """How a run went: the calls it was stopped at, and its exit code, which a killed child lacks.

    The code is 0, or 3 where the work raised OSError, or 4 for any other exception.
    """

    calls: tuple[Call, ...]
    code: int | None


_X86_64 = platform.machine() == "x86_64"
_OPENAT = 257
_TO_CHANGE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_QUIET = {
    *(0, 3, 4, 5, 6, 8, 16),  # read close stat fstat lstat lseek ioctl
    *(9, 10, 11, 12, 13, 14, 25),  # memory and signals
    *(72, 78, 79, 102, 217, 228, 262, 332),  # fcntl getdents getcwd getuid clock newfstatat statx
}
_READING = {0, 78, 217}  # read getdents getdents64
_ASKING = {4, 5, 6, 262, 332}  # stat fstat lstat newfstatat statx
_WRITING = {
    *(1, 2, 73, 74, 75, 82, 83, 84, 86, 87),  # write open flock fsync fdatasync rename … unlink
    *(
        257,
        258,
        263,
        264,
        265,
        306,
        316,
    ),  # openat mkdirat unlinkat renameat linkat syncfs renameat2
}


def _opens_nothing_to_read(call: Call) -> bool:
    return call.number != _OPENAT or not _X86_64 or bool(call.arguments[2] & _TO_CHANGE)


EVERY = Watch(frozenset(), all_but=True)
CHANGING = Watch(frozenset(_QUIET if _X86_64 else ()), all_but=True, matters=_opens_nothing_to_read)
"""All calls but those known to leave the disk as it is; elsewhere than on x86-64, simply all. To be
killed before one that is left out is to be killed before the next that is not."""
WRITING_FILES = Watch(frozenset(_WRITING), all_but=False, matters=_opens_nothing_to_read)
USING_FILES = Watch(frozenset(_WRITING | _READING), all_but=False)
ASKING_OF_FILES = Watch(frozenset(_ASKING), all_but=False)


def unavailable() -> str | None:
    """Why nothing can be traced here, for a test that is then skipped."""
    if sys.platform != "linux":
        return "tracing system calls needs Linux"
    try:
        run(lambda: None, EVERY)
    except OSError as fault:
        return f"this system lets no process be traced: {fault}"
    return None


def cannot_fail_calls() -> str | None:
    """Why no call can be made to fail here."""
    return None if _X86_64 else "the registers of a call are known for x86-64 only"


def run(work: Callable[[], object], watch: Watch, at: int = 0, fault: int | None = None) -> Run:
    """Do the work in a child, and at the `at`-th of the watched calls, from 1, strike.

    Without a `fault` the child is killed; with one, an error number, that one call fails.
    """
    child = os.fork()
    if child == 0:
        _be_traced(work, watch)
    try:
        return _follow(child, watch, at, fault)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise


def _be_traced(work: Callable[[], object], watch: Watch) -> None:
    gc.disable()  # it would touch, and so copy, every page that the fork shares
    code = 4
    try:
        _ptrace(_TRACEME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        _stop_at(watch)
        work()
        code = 0
    except OSError:
        code = 3
    finally:
        os._exit(code)


def _stop_at(watch: Watch) -> None:
    """Have the kernel stop this process at the watched calls, from now on."""
    listed, others = (_ALLOW, _STOP) if watch.all_but else (_STOP, _ALLOW)
    program = [(_LOAD, 0, 0, 0)]
    for number in sorted(watch.listed):
        program += [(_JUMP_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, listed)]
    program.append((_RETURN, 0, 0, others))
    code = b"".join(struct.pack("=HBBI", *step) for step in program)
    held = ctypes.create_string_buffer(code)
    header = struct.pack("@HP", len(program), ctypes.addressof(held))
    prctl = _library().prctl
    if prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) or prctl(_SET_SECCOMP, _FILTER, header, 0, 0):
        os._exit(5)


def _follow(child: int, watch: Watch, at: int, fault: int | None) -> Run:
    calls: list[Call] = []
    _, status = os.waitpid(child, 0)
    if not os.WIFSTOPPED(status):
        raise OSError("the child could not ask to be traced")
    _ptrace(_SETOPTIONS, child, 0, _TRACE_SECCOMP | _EXITKILL)
    pending = 0
    while True:
        _ptrace(_CONT, child, 0, pending)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            return Run(tuple(calls), os.WEXITSTATUS(status))
        if not os.WIFSTOPPED(status):
            return Run(tuple(calls), None)
        pending = 0
        if status >> 8 != _STOPPED_AT_CALL:
            pending = os.WSTOPSIG(status)
            continue
        call = _entered(child)
        if not watch.matters(call):
            continue
        calls.append(call)
        if len(calls) != at:
            continue
        if fault is None:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return Run(tuple(calls), None)
        _ptrace(_POKEUSER, child, _ORIG_RAX, -1)  # no such call: the kernel does nothing
        _ptrace(_POKEUSER, child, _RAX, -fault)


def _entered(child: int) -> Call:
    """The call that the child is about to make."""
    answer = (ctypes.c_uint64 * 12)()
    _ptrace(_GET_SYSCALL_INFO, child, ctypes.sizeof(answer), ctypes.addressof(answer))
    return Call(answer[3], tuple(answer[4:10]))


def _ptrace(request: int, child: int, address: int, value: int) -> None:
    if _library().ptrace(request, child, ctypes.c_void_p(address), ctypes.c_void_p(value)) == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), "ptrace")


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)

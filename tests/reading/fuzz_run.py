"""Changed files through every reader for a fixed time, in a process of its own that may not hang, swell or connect.

    python -m tests.reading.fuzz_run --seconds 60 [--seed N]                    all readers, each with its share of time
    python -m tests.reading.fuzz_run --seed N --suffix .docx --number 311       one input once more

The same seed, suffix and number give the same input on every machine. Where the process ends badly, the last line that
it printed names the input: it has been printed before it is read.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import signal
import sys
import time
from collections.abc import Iterator

import tests.conftest  # noqa: F401 - forbids this process to use the network
from assistant.report.errors import AssistantError
from assistant.workbench.sentences import describe_error
from tests.reading.fuzzing import mutants, peak_bytes, read_any, seeds

LONGEST_SECONDS = 5.0
"""Of computing, for one input; the system ends the process then, whatever it is in the middle of."""
MOST_BYTES = 1_000_000_000
_SEED = 20_261_121


class UnfitInputError(Exception):
    """An input did something that no input may do."""


def limit_process() -> None:
    """Have the system end this process, with a traceback, where it computes too long; keep it from eating the machine.

    Windows has neither; the caller's time limit is all there is then.
    """
    if sys.platform == "win32":
        return
    import resource

    faulthandler.register(signal.SIGPROF, chain=True)  # SIGPROF itself ends the process
    # above what is allowed, so that a reader which tells a lack of memory as a sentence is found out too
    resource.setrlimit(resource.RLIMIT_DATA, (2 * MOST_BYTES, 2 * MOST_BYTES))


def try_input(data: bytes, suffix: str) -> bool:
    """Return whether an input was read (else it was told in a sentence).

    Raises:
        UnfitInputError: the text holds what no report may hold, or the process has taken too much memory.
    """
    _begin_clock(LONGEST_SECONDS)
    try:
        text, is_read = read_any(data, suffix), True
    except AssistantError as error:
        text, is_read = describe_error(error), False
    _begin_clock(0)
    text.encode("utf-8")
    if "\r" in text:
        raise UnfitInputError("a carriage return in the text")
    if peak_bytes() > MOST_BYTES:
        raise UnfitInputError(f"{peak_bytes() / 1e6:.0f} MB")
    return is_read


def inputs_of(suffix: str, seed: int) -> Iterator[bytes]:
    """Yield changed files of one kind without end, always the same ones for a seed."""
    files = seeds()
    own = [one for one in files if one[0] == suffix]
    for _, data in mutants(random.Random(f"{seed} {suffix}"), own, spliced=files):
        yield data


def fuzz(seconds: float, seed: int) -> dict[str, tuple[int, int]]:
    """Try inputs for so many seconds, every kind for as long as any other; return (read, told) by kind."""
    streams = {suffix: inputs_of(suffix, seed) for suffix, _ in seeds()}
    spent = dict.fromkeys(streams, 0.0)
    counts = dict.fromkeys(streams, (0, 0))
    while sum(spent.values()) < seconds:
        suffix = min(spent, key=lambda one: spent[one])
        began = time.perf_counter()
        read, told = counts[suffix]
        print(f"seed {seed}: --suffix {suffix} --number {read + told}", flush=True)
        is_read = try_input(next(streams[suffix]), suffix)
        counts[suffix] = (read + is_read, told + (not is_read))
        spent[suffix] += time.perf_counter() - began
    return counts


def _begin_clock(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--suffix")
    parser.add_argument("--number", type=int)
    options = parser.parse_args()
    limit_process()
    if options.suffix is None:
        for suffix, (read, told) in fuzz(options.seconds, options.seed).items():
            print(f"{suffix}: {read} read, {told} told")
        return
    for number, data in enumerate(inputs_of(options.suffix, options.seed)):
        if number == options.number:
            print("read" if try_input(data, options.suffix) else "told")
            return


if __name__ == "__main__":
    main()

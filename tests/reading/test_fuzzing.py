"""A fixed number of changed files through every reader: a report or one sentence, never anything else."""

import itertools
import random
import time

import pytest

from assistant.report.errors import AssistantError
from assistant.workbench.sentences import describe_error
from tests.reading.fuzzing import mutants, read_any, seeds

INPUTS = 700
LONGEST_SECONDS = 5.0


@pytest.mark.parametrize("part", range(2))
def test_a_report_or_a_sentence(part):
    chance = random.Random(part)
    for number, (suffix, data) in enumerate(itertools.islice(mutants(chance, seeds()), INPUTS)):
        began = time.process_time()
        try:
            told = read_any(data, suffix)
        except AssistantError as error:
            told = describe_error(error)
        told.encode("utf-8")
        assert "\r" not in told
        assert time.process_time() - began < LONGEST_SECONDS, (part, number, suffix)

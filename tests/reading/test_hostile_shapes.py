"""Reading grows with the file, not with its square: counted steps, so that no machine is too slow for it.

`dev.py bench fuzz` reads much larger files of every shape, and looks at the time.
"""

import pytest

from assistant.report.errors import AssistantError
from assistant.workbench.sentences import describe_error
from tests.counting import steps_of
from tests.reading.fuzzing import read_any
from tests.reading.hostile_shapes import SHAPES

SHORT, TIMES = 60, 5
MOST = 9.0
"""Times the steps for a file five times as large; work that grows with the square makes it 25."""
UNCOUNTED = ("pages of one content", "gaps of a sheet", "merged cells of a sheet")
"""What takes millions of steps at any size, up to its limit; the bench reads these too."""
FEW = 20_000
"""Steps that are not worth counting: what is loaded or looked up the first time."""


def told(shape, count):
    suffix, make = SHAPES[shape]
    data = make(count)

    def read():
        try:
            read_any(data, suffix)
        except AssistantError as error:
            describe_error(error)

    return read


@pytest.mark.parametrize("shape", [name for name in SHAPES if name not in UNCOUNTED])
def test_reading_grows_with_the_file(shape):
    told(shape, SHORT)()  # what is loaded at the first time is not counted
    small, large = (steps_of(told(shape, count)) for count in (SHORT, SHORT * TIMES))
    assert large <= MOST * max(small, FEW), (shape, small, large)

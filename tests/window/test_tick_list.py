"""Lists whose rows are ticked."""

from PySide6.QtCore import Qt

from assistant.window.tick_list import ticked_rows, ticking_row, ticking_tree


def test_a_row_that_may_not_be_taken_cannot_be_ticked_and_each_cell_tells_its_text(qtbot, window):
    tree = ticking_tree(window, "可以填写的项", ("待填项", "值"))
    rows = [
        ticking_row(("甲", "1"), "a", ticked=True),
        ticking_row(("乙", "许多"), "b", ticked=False, enabled=False),
        ticking_row(("丙", "3"), "c", ticked=False),
    ]
    tree.addTopLevelItems(rows)
    assert [bool(row.flags() & Qt.ItemFlag.ItemIsEnabled) for row in rows] == [True, False, True]
    assert all(row.flags() & Qt.ItemFlag.ItemIsUserCheckable for row in rows)
    assert rows[1].toolTip(1) == "许多"
    assert ticked_rows(tree) == ["a"]
    rows[2].setCheckState(0, Qt.CheckState.Checked)
    assert ticked_rows(tree) == ["a", "c"]

"""Which fields a table may fill."""

from assistant.report.fields import Kind
from assistant.workbench.opening import open_text
from assistant.workbench.table_import import asked_figures
from assistant.workbench.working import start_work
from tests.workbench.answered import answer_field, waive_field


def test_a_table_may_fill_figures_that_are_open():
    working = start_work(open_text("xx县工作总结\n收入完成xx亿元，增长X%。支出完成xx亿元。开工xx个。"))
    income, _growth, spending = [one for one in working.report.fields if one.kind is not Kind.PLACE][:3]
    working, _ = answer_field(working, income.id, "12")
    working = waive_field(working, spending.id)
    asked = asked_figures(working)
    assert [(one.kind, one.unit) for one in asked] == [(Kind.PERCENT, "%"), (Kind.NUMBER, "个")]

"""Finding and replacing: in the whole report, a section or what was selected; fields only where that is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from assistant.report.errors import AssistantError
from assistant.report.fields import Field, State
from assistant.window.desk import Desk
from assistant.window.find_bar import FindBar, FindWish, Scope
from assistant.window.page import PageEditor
from assistant.window.page.search import Query
from assistant.window.page_bridge import PageBridge
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.working import section_entries, tidy_answer

Span = tuple[int, int]
_WITH_VALUE = (State.FILLED, State.CONFIRMED, State.STALE)


class FindFlow(QObject):
    """Looks for what the find bar asks for, and replaces it.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(self, bar: FindBar, page: PageEditor, desk: Desk, bridge: PageBridge) -> None:
        super().__init__(bar)
        self._bar, self._page, self._desk, self._bridge = bar, page, desk, bridge
        bar.wish_changed.connect(self._look)
        bar.scope_chosen.connect(self._choose_scope)
        bar.find_requested.connect(self.find)
        bar.replace_requested.connect(self.replace)
        bar.replace_all_requested.connect(self.replace_all)
        bar.closed.connect(self._end)

    def open(self) -> None:
        """Open the bar, with what is selected in the page; a section is looked for anew where the caret stands."""
        if self._bar.wish.scope is Scope.SECTION:
            self._choose_scope(Scope.SECTION)
        self._bar.open_bar(self._page.textCursor().selectedText())

    def _choose_scope(self, scope: Scope) -> None:
        """Have the page look there: finding moves caret and selection."""
        span: Span | None = None
        if scope is Scope.SELECTION:
            start, end = self._page.selected_span
            span = (start, end) if end > start else None
        elif scope is Scope.SECTION and self._desk.has_report:
            self._page.flush()
            position = self._page.caret_position
            around = [one for one in section_entries(self._desk.working) if one.position <= position <= one.end]
            span = (around[-1].position, around[-1].end) if around else None
        self._page.look_within(span)
        if span is None and scope is not Scope.REPORT:
            self.told.emit(sentence("find.no_scope"), False)

    def _query(self, wish: FindWish) -> Query | None:
        try:
            return Query(wish.words, case=wish.case, regex=wish.regex)
        except AssistantError as error:
            self._bar.show_wrong(describe_error(error))
            return None

    def _look(self, wish: FindWish) -> None:
        """Mark what the bar now asks for, and select the first place from the caret on, while words are typed."""
        query = self._query(wish)
        if query is not None and wish.words and wish.scope is not Scope.SELECTION:
            start, _end = self._page.selected_span
            self._page.go_to(start)
            self._page.find(query)
        self._show(wish)

    def _show(self, wish: FindWish) -> None:
        query = self._query(wish)
        if query is None:
            self._page.matches("")
            return
        count = self._page.matches(query)
        selected, at = self._page.selected_span, 0
        if count > 0 and selected[0] < selected[1]:
            places = self._page.places_of(query)
            at = places.index(selected) + 1 if selected in places else 0
        self._bar.show_count(count, at=at)

    def find(self, wish: FindWish, forward: bool) -> None:
        """Go to the next or previous place."""
        query = self._query(wish)
        if query is not None:
            self._page.find(query, forward=forward)
            self._show(wish)

    def replace(self, wish: FindWish, new: str) -> None:
        """Replace the place that is selected, and go to the next one."""
        query = self._query(wish)
        if query is None or self._desk.is_read_only:
            return
        selected = self._page.selected_span
        if selected in self._page.places_of(query):
            taken = self._take(query, [selected], wish, new)
            if taken is None:
                return
            if not any(taken):
                self.told.emit(sentence("replaced.marker" if wish.in_fields else "replaced.field"), False)
        self.find(wish, True)

    def replace_all(self, wish: FindWish, new: str) -> None:
        """Replace every place in one step, and say how many there were."""
        query = self._query(wish)
        if query is None or self._desk.is_read_only:
            return
        self._page.flush()
        taken = self._take(query, self._page.places_of(query), wish, new)
        if taken is None:
            return
        places, fields = taken
        self._show(wish)
        name = "replaced.with_fields" if fields else "replaced"
        self.told.emit(sentence(name, count=places, fields=fields), False)

    def _take(self, query: Query, places: list[Span], wish: FindWish, new: str) -> tuple[int, int] | None:
        """Replace places; return in how many places of the text and in how many fields, or None where `new` is bad."""
        text = self._page.snapshot().text
        try:
            changes = [(start, end, _replacement(query, text, start, new)) for start, end in places]
            edits = self._field_edits(query, places, new) if wish.in_fields else []
        except AssistantError as error:
            self._bar.show_wrong(describe_error(error))
            return None
        with self._bridge.one_step():
            count = self._page.replace_spans(changes)
            self._bridge.edit_fields(edits)
        return count, len(edits)

    def _field_edits(self, query: Query, places: list[Span], new: str) -> list[FieldEdit]:
        """Return new values for the fields in which a place lies: a field has one value, wherever it stands."""
        touched = [one for one in self._desk.working.report.fields if one.state in _WITH_VALUE and _holds(one, places)]
        edits = []
        for field in touched:
            value = query.replaced(field.value, new)
            if value != field.value:
                fits = tidy_answer(self._desk.working, field.id, value) is not None
                edits.append(FieldEdit(field.id, value, state=None if fits else State.CONFIRMED))
        return edits

    def look_everywhere(self) -> None:
        """Look in the whole of another report."""
        self._bar.look_everywhere()
        if self._bar.isVisible():
            self._show(self._bar.wish)

    def _end(self) -> None:
        self._page.look_within(None)
        self._page.matches("")
        self._page.setFocus()


def _holds(field: Field, places: list[Span]) -> bool:
    return any(one.start <= start and end <= one.end for one in field.occurrences for start, end in places)


def _replacement(query: Query, text: str, start: int, new: str) -> str:
    line = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return query.replacement(text[line : end if end >= 0 else len(text)], start - line, new)

"""A map of an article: a row for each line, or for several of a long one, with what is cited."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen import urls
from sitegen.frozen import NamedTuple, dataclass
from sitegen.model import LineRange
from sitegen.views.pictures.drawing import key, per_cent, picture
from sitegen.views.wording.escaping import escaped
from sitegen.views.wording.words import count, lines_words

MOST_ROWS = 120
_MOST_RUNS = 24
_LONGEST_RUN = 10  # rows, where each stands for several lines: else one link would lead to a book
_HEIGHT = 360.0  # pixels, where the rows allow it
_THINNEST, _THICKEST = 3.0, 10.0
_LEAST = 1.5  # per cent: what is cited can be seen, however little it is

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """An article for its map: its lines as shown, and by line what is cited and what was left out.

    `facts` rest on a line; a line that has some and no `cited` is cited without words. `whole`:
    all of the text is shown; else the map does not tell how long its lines are.
    """

    lines: Sequence[str]
    cited: Mapping[int, Sequence[Stretch]]
    skipped: Mapping[int, Sequence[Stretch]]
    facts: Mapping[int, frozenset[str]]
    passages: int
    whole: bool


class _Row(NamedTuple):
    """Lines that are drawn as one: how many have text, evidence, or only passages left out."""

    first: int
    last: int
    written: int
    cited: int
    skipped: int


class _Run(NamedTuple):
    """Rows in which lines carry evidence, blank ones between them included."""

    first: int
    last: int
    written: int
    cited: int


def evidence_map(text: Text, name: str) -> str | None:
    """The map with its words and its links; None where nothing rests on the article."""
    if not text.facts and not text.passages:
        return None
    rows = _rows(text)
    runs = _runs(rows)
    words = in_words(text)
    title = "Which lines carry evidence"
    pitch = max(_THINNEST, min(_THICKEST, _HEIGHT / len(rows)))
    drawing = picture(
        _drawn(text, rows, pitch), round(pitch * len(rows), 1), title, _described(runs, words), name
    )
    listed = "".join(_link(run, text) for run in runs)
    caption = f'<figcaption class="evidence-words">{escaped(words)}</figcaption>\n'
    return (
        f'<figure class="evidence-map">\n{caption}<div class="evidence-columns">\n{drawing}'
        f'<ol class="evidence-runs">\n{listed}</ol>\n</div>\n'
        f'<ul class="legend">\n{"".join(_keys(text, rows))}</ul>\n</figure>\n'
    )


def in_words(text: Text) -> str:
    """How many lines carry evidence, and what became of the others."""
    lines = {number for number, line in enumerate(text.lines, start=1) if line.strip()}
    cited, facts = len(lines & text.cited.keys()), lines & text.facts.keys()
    named = len(facts - text.cited.keys())
    left_out = len((lines & text.skipped.keys()) - facts)
    verb = "carries" if cited == 1 else "carry"
    parts = [f"{cited:,} of {count(len(lines), 'line')} of text {verb} evidence"]
    if named:
        parts.append(f"{count(named, 'line is', 'lines are')} cited without words, unchecked")
    if text.passages:
        verb = "passage was" if text.passages == 1 else "passages were"
        parts.append(f"{text.passages:,} {verb} looked at and left out")
    open_lines = len(lines) - cited - named - left_out
    if open_lines:
        other = "line" if open_lines == 1 else count(open_lines, "line")
        parts.append(f"nothing rests on the other {other}")
    return f"{'; '.join(parts)}."


def _rows(text: Text) -> list[_Row]:
    written = [bool(line.strip()) for line in text.lines]
    size = -(-len(text.lines) // MOST_ROWS) or 1
    facts, skipped = text.facts, text.skipped
    if size == 1:  # most articles
        return [
            _Row(n, n, 1, int(n in facts), int(n in skipped and n not in facts))
            if has_words
            else _Row(n, n, 0, 0, 0)
            for n, has_words in enumerate(written, start=1)
        ]
    rows = []
    for first in range(1, len(text.lines) + 1, size):
        last = min(first + size - 1, len(text.lines))
        lines = [number for number in range(first, last + 1) if written[number - 1]]
        cited = len([number for number in lines if number in facts])
        left_out = len([n for n in lines if n in skipped and n not in facts]) if skipped else 0
        rows.append(_Row(first, last, len(lines), cited, left_out))
    return rows


def _runs(rows: Sequence[_Row]) -> list[_Run]:
    """Rows with evidence that follow one another; short gaps are closed until few runs remain."""
    longest = _LONGEST_RUN if any(row.first != row.last for row in rows) else len(rows)
    drawn = 0  # rows of the run that is under way
    runs: list[_Run] = []
    gaps: list[int] = []  # lines of text between a run and the one before it
    between = 0
    for row in rows:
        if not row.cited:
            between += row.written
        elif runs and not between and drawn < longest:
            runs[-1] = _joined(runs[-1], row, 0)
            drawn += 1
        else:
            gaps.append(between)
            runs.append(_Run(row.first, row.last, row.written, row.cited))
            between, drawn = 0, 1
    if len(runs) <= _MOST_RUNS:
        return runs
    closed = sorted(range(1, len(runs)), key=lambda at: (gaps[at], at))[: len(runs) - _MOST_RUNS]
    joined = set(closed)
    few: list[_Run] = []
    for at, run in enumerate(runs):
        if at in joined:
            few[-1] = _joined(few[-1], run, gaps[at])
        else:
            few.append(run)
    return few


def _joined(run: _Run, after: _Row | _Run, between: int) -> _Run:
    written = run.written + between + after.written
    return _Run(run.first, after.last, written, run.cited + after.cited)


def _drawn(text: Text, rows: Sequence[_Row], pitch: float) -> Iterator[str]:
    """A thin line for text, a full bar for what is cited, a hollow one for what was left out."""
    longest = max((len(line) for line in text.lines), default=0) or 1
    height = max(2.0, pitch - 1.5)
    by_line = all(row.first == row.last for row in rows)
    for at, row in enumerate(rows):
        if not row.written:
            continue
        top = at * pitch
        if by_line and text.whole:
            number = row.first
            reach = len(text.lines[number - 1].rstrip()) / longest * 100
            solid = [_part(stretch, longest) for stretch in text.cited.get(number, ())]
            hollow = [_part(stretch, longest) for stretch in text.skipped.get(number, ())]
            if number in text.facts and not solid:
                solid = [(0.0, reach)]
        else:
            share, left_out = row.cited / row.written * 100, row.skipped / row.written * 100
            reach = 100.0
            solid, hollow = [(0.0, share)] * bool(share), [(share, left_out)] * bool(left_out)
        middle = top + pitch / 2
        yield (
            f'<line class="evidence-open" x1="0" y1="{middle:.4g}" x2="{per_cent(reach)}" '
            f'y2="{middle:.4g}" stroke="currentColor"/>\n'
        )
        for part in hollow:
            yield _bar("evidence-skipped", *part, top, height, pitch)
        for part in solid:
            yield _bar("evidence-cited", *part, top, height, pitch)


def _part(stretch: Stretch, longest: int) -> tuple[float, float]:
    start, end = stretch
    return start / longest * 100, max(_LEAST, (end - start) / longest * 100)


def _bar(name: str, left: float, width: float, top: float, height: float, pitch: float) -> str:
    is_full = name == "evidence-cited"
    paint = 'fill="currentColor"' if is_full else 'fill="none" stroke="currentColor"'
    return (
        f'<rect class="{name}" x="{per_cent(left)}" y="{top + (pitch - height) / 2:.4g}" '
        f'width="{per_cent(width)}" height="{height:.3g}" {paint}/>\n'
    )


def _link(run: _Run, text: Text) -> str:
    """A run, leading to its first line."""
    lines = lines_words(LineRange(run.first, run.last))
    lines_of = range(run.first, run.last + 1)
    facts = {fact for line in lines_of for fact in text.facts.get(line, ())}
    told = count(len(facts), "fact")
    if run.cited < run.written:
        told = f"{run.cited:,} of {count(run.written, 'line')}, {told}"
    first = next(line for line in lines_of if line in text.facts)
    return (
        f'<li><a href="#{urls.line_id(first)}">{lines[0].upper()}{lines[1:]}</a> '
        f"<span>{told}</span></li>\n"
    )


def _described(runs: Sequence[_Run], words: str) -> str:
    if not runs:
        return words
    named = ", ".join(lines_words(LineRange(run.first, run.last)) for run in runs)
    return f"{words} From top to bottom, evidence stands in {named}."


def _keys(text: Text, rows: Sequence[_Row]) -> Iterator[str]:
    several = any(row.first != row.last for row in rows)
    if text.facts:
        paint = 'fill="currentColor"'
        sign = f'<rect class="evidence-cited" x="0" y="4" width="34" height="8" {paint}/>'
        yield key(sign, "carries evidence")
    if text.passages:
        paint = 'fill="none" stroke="currentColor"'
        sign = f'<rect class="evidence-skipped" x="1" y="4" width="32" height="8" {paint}/>'
        yield key(sign, "looked at and left out")
    sign = '<line class="evidence-open" x1="0" y1="8" x2="34" y2="8" stroke="currentColor"/>'
    yield key(sign, "text on which nothing rests")
    if several:
        size = rows[0].last - rows[0].first + 1
        yield f"<li>Each row stands for {size:,} lines; a bar shows what share of them.</li>\n"

"""The fact sheet's prose as HTML or plain words, with its roles filled in."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from sitegen import urls
from sitegen.linked import At, Cited, Destination, ProseKey, dated, leading, quoted
from sitegen.markdown import (
    Directive,
    Hyperlink,
    Image,
    Prose,
    Renderer,
    Role,
    html,
    inline_html,
    plain_text,
)
from sitegen.model import Anchor, Attribution, Citation, Fact, FactKind, Verdict
from sitegen.pictures import Size, size
from sitegen.views.look import Look
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.closed_up import closed_up
from sitegen.views.wording.dates import date_view, date_words
from sitegen.views.wording.escaping import escaped, finished
from sitegen.views.wording.sentences import Sentences
from sitegen.views.wording.words import in_quotation_marks, shortened, value_words

_LONGEST_LABEL = 80


class Wording:
    """Turns texts into HTML. Where a role's words lead depends on where they stand.

    In a headline they lead nowhere, since that is a link itself; in a claim or a note the words
    lead to the fact; on an explainer page a citation mark after them does.
    """

    def __init__(self, shown: Shown, look: Look) -> None:
        self.shown = shown
        self.look = look
        self._sheet = shown.factsheet
        self._prose: dict[ProseKey, Prose] = {}
        self._plain_headlines: dict[str, str] = {}
        self._pieces: tuple[Fact | None, tuple[str, ...]] = (None, ())
        self._sizes = {
            urls.asset(asset.path): size(asset.path, asset.content)
            for asset in shown.factsheet.assets
        }

    def sentences(self, source_id: str) -> Sentences:
        """The sentences of a source's lines."""
        return self.shown.articles[source_id].sentences

    def prose(self, key: ProseKey) -> Prose | None:
        """A text, with its marks close to the words before them."""
        prose = self._prose.get(key)
        if prose is None:
            prose = self.shown.linked.prose.get(key)
            if prose is not None:
                prose = self._prose[key] = closed_up(prose)
        return prose

    def headline(self, fact: Fact) -> Markup:
        """A fact in a sentence without links: the quoted words, or our claim."""
        if fact.kind is FactKind.QUOTE and self.pieces(fact):
            return finished(escaped(self.plain_headline(fact)))
        prose = self.prose(ProseKey("fact", fact.id, "claim"))
        if prose is None:
            return finished(escaped(f"A passage of {self.source_title(fact)}"))
        if (plain := prose.plain) is not None:  # as `inline_html` has it, without a renderer
            return finished(escaped(plain))
        renderer = Renderer(self._flat_role, _no_directive, _nowhere, _nowhere)
        return finished(inline_html(prose, renderer))  # made of escaped texts

    def label(self, fact: Fact, longest: int = _LONGEST_LABEL) -> str:
        """A fact in a few plain words, of `longest` characters at most."""
        words = self.plain_headline(fact)
        short = shortened(words, longest)
        is_cut_in_marks = short != words and short.count("“") > short.count("”")
        return f"{shortened(words, longest - 1)}”" if is_cut_in_marks else short

    def plain_headline(self, fact: Fact) -> str:
        """A fact in a sentence of plain words."""
        headline = self._plain_headlines.get(fact.id)
        if headline is None:
            headline = self._plain_headlines[fact.id] = self._plain_headline(fact)
        return headline

    def _plain_headline(self, fact: Fact) -> str:
        if fact.kind is FactKind.QUOTE and (pieces := self.pieces(fact)):
            return in_quotation_marks(pieces)
        key = ProseKey("fact", fact.id, "claim")
        return self.plain(key) or f"A passage of {self.source_title(fact)}"

    def source_title(self, fact: Fact) -> str:
        """The title of the first source that a fact cites."""
        return self._sheet.sources[fact.cite[leading(fact) - 1].source].title

    def pieces(self, fact: Fact) -> tuple[str, ...]:
        """The words that a fact quotes: as printed, if they stand so, else as the source has them.

        A headline stands beside its verdict, so words as printed (`quote`) that were not found give
        way to the exact ones.
        """
        latest, pieces = self._pieces  # a page asks for them several times, one after the other
        if latest is not fact:
            pieces = self._pieces_of(fact)
            self._pieces = fact, pieces
        return pieces

    def _pieces_of(self, fact: Fact) -> tuple[str, ...]:
        fields = self.shown.facts[fact.id].fields
        if fact.quote is not None and fields.get("quote") is Verdict.FOUND:
            return (fact.quote,)
        in_order: Iterable[tuple[int, Citation]] = enumerate(fact.cite, start=1)
        if len(fact.cite) > 1:
            in_order = sorted(in_order, key=lambda pair: pair[1].contradicts)
        for number, citation in in_order:
            if citation.selector.exact:
                return self.words(fact.id, number) or citation.selector.exact
        return quoted(fact)

    def edits(self, fact: Fact) -> tuple[tuple[str, str], ...]:
        """The marks of the words as printed, each with the source's words that it stands for.

        These are empty where the mark adds words. A mark that a redaction hides is left out.
        """
        for number, citation in enumerate(fact.cite, start=1):
            edits = self.shown.edits.get(Cited(fact.id, number), ())
            lines = self.shown.lines.get(citation.source, ())
            if edits:
                return tuple(
                    (edit.mark, " ".join(lines[line - 1][a:b] for line, a, b in edit.anchors))
                    for edit in edits
                    if edit.mark in (fact.quote or "")
                )
        return ()

    def words(self, fact_id: str, number: int) -> tuple[str, ...]:
        """The words that were found for a citation, as the source's lines show them."""
        anchors = self.shown.anchors.get(Cited(fact_id, number), ())
        if not anchors:
            return ()
        source = self.shown.facts[fact_id].evidence[number - 1].citation.source
        return words_at(self.shown.lines[source], anchors)

    def inline(self, key: ProseKey, path: str) -> Markup | None:
        """A text within a line, with its links."""
        prose = self.prose(key)
        if prose is None:
            return None
        if (plain := prose.plain) is not None:  # as `inline_html` has it, without a renderer
            return finished(escaped(plain))
        return finished(inline_html(prose, self.renderer(key, path)))  # made of escaped texts

    def blocks(self, key: ProseKey, path: str) -> Markup | None:
        """A text in paragraphs, with its links."""
        prose = self.prose(key)
        if prose is None:
            return None
        return finished(html(prose, self.renderer(key, path)))  # made of escaped texts

    def plain(self, key: ProseKey) -> str | None:
        """A text in plain words."""
        prose = self.prose(key)
        return None if prose is None else plain_text(prose, self.role_words)

    def renderer(self, key: ProseKey, path: str) -> Renderer:
        """How the text `key` is rendered for the page at `path`."""

        def leads(reference: Hyperlink | Image) -> str | None:
            destination = self.shown.linked.destinations.get(At(key, reference.place))
            return None if destination is None else self.href(destination, path)

        return Renderer(
            role=lambda role: self._linked_role(role, path),
            directive=_no_directive,
            link=leads,
            image=leads,
            size=lambda image: self._size(At(key, image.place)),
        )

    def _size(self, at: At) -> Size | None:
        """The size of the picture that prose shows there."""
        destination = self.shown.linked.destinations.get(at)
        return destination and self._sizes.get(destination.address)

    def href(self, destination: Destination, path: str) -> str:
        """A link from the page at `path`."""
        if destination.external:
            return destination.address
        asset = self.look.assets.get(destination.address.removeprefix("assets/"))
        if asset is not None and destination.address.startswith("assets/"):
            return urls.relative(path, asset)
        return urls.relative(path, destination.address, destination.fragment)

    def person_name(self, person_id: str) -> str:
        """What a person is called on the site."""
        return self._sheet.people[person_id].name

    def attributed(self, attribution: Attribution) -> str:
        """Who said so, in words."""
        if attribution.person is not None:
            return self.person_name(attribution.person)
        return attribution.unnamed or ""

    def role_words(self, role: Role) -> str:
        """What a role stands for, in plain words."""
        if role.name == "plain":
            return role.target
        if role.name == "person":
            return self.person_name(role.target)
        fact = self._sheet.facts[role.target]
        match role.name:
            case "value" if fact.value is not None:
                return value_words(fact, fact.value)
            case "quote":
                return in_quotation_marks(self.pieces(fact))
            case "date" if (date := dated(fact)) is not None:
                return date_words(date[1])
            case _:
                return ""

    def role_html(self, role: Role, href: str | None) -> str:
        """A role's words in an element that names the role; a link where there is a `href`."""
        words = escaped(self.role_words(role))
        if role.name == "plain":
            return words
        name = "quote-words" if role.name == "quote" else role.name
        if href is not None:
            return f'<a class="{name}" href="{escaped(href)}">{words}</a>'
        if role.name == "date" and (date := dated(self._sheet.facts[role.target])):
            machine = date_view(date[1]).machine
            if machine is not None:
                return f'<time class="date" datetime="{machine}">{words}</time>'
        return f'<span class="{name}">{words}</span>'

    def _flat_role(self, role: Role) -> str:
        return "" if role.name == "fact" else self.role_html(role, None)

    def _linked_role(self, role: Role, path: str) -> str:
        if role.name == "plain":
            return escaped(role.target)
        if role.name == "person":
            return self.role_html(role, urls.relative(path, urls.person(role.target)))
        href = urls.relative(path, urls.fact(role.target))
        if role.name == "fact":
            label = escaped(self.label(self._sheet.facts[role.target]))
            return (
                f'<sup><a class="fact-ref" href="{escaped(href)}" title="{label}" '
                f'aria-label="Fact: {label}">fact</a></sup>'
            )
        return self.role_html(role, href)


def words_at(lines: Sequence[str], anchors: Sequence[Anchor]) -> tuple[str, ...]:
    """The words of these places in their pieces; a piece may run on from one line to a later."""
    if len(anchors) == 1:  # most citations: nothing to join
        line, start, end = anchors[0]
        return (lines[line - 1][start:end],)
    pieces: list[str] = []
    reached = None
    for line, start, end in anchors:
        words, before = lines[line - 1][start:end], lines[line - 1][:start]
        if reached is not None and line > reached and not before.strip():
            pieces[-1] = f"{pieces[-1]} {words}"
        else:
            pieces.append(words)
        # Words that run to the end of a line may go on in a later one.
        reached = line if not lines[line - 1][end:].strip() else None
    return tuple(pieces)


def _no_directive(_directive: Directive) -> str:
    return ""


def _nowhere(_reference: Hyperlink | Image) -> None:
    return None

"""Write a valid project of honest facts from a book: only what the text states beyond doubt."""

import argparse
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.mutations.book_text import Sentence, in_parts, paragraphs_of, sentences_of
from benchmarks.mutations.honest import HonestFact, People, people_of, slug, some
from benchmarks.mutations.honest_claims import claim_facts
from benchmarks.mutations.honest_figures import figure_facts
from benchmarks.mutations.honest_quotes import quotations, quote_facts
from benchmarks.mutations.project import text_of
from benchmarks.mutations.yaml_text import Fields, Value, written

PARTS = 6
MOST_SUMS = 8
SHARES = {"quote": 0.4, "count": 0.2, "date": 0.15, "rank": 0.05, "claim": 0.2}
NOTES = ("The book gives no source for this.", "The author tells it as hearsay of the place.")


def facts_of(
    texts: Mapping[str, str], language: str, most: int, chance: random.Random
) -> tuple[dict[str, HonestFact], People]:
    """Honest facts of all kinds by id, in the order of the book, and the persons they name."""
    paragraphs = [each for name, text in texts.items() for each in paragraphs_of(name, text)]
    spoken = list(quotations(paragraphs, language))
    people = people_of([name for each in spoken for name in (each.speaker, each.addressee) if name])
    sentences: list[Sentence] = [each for one in paragraphs for each in sentences_of(one)]
    found = list(quote_facts(spoken, people))
    if language == "en":
        found += figure_facts(sentences, chance)
    taken = {(fact.source, fact.line) for fact in found}
    claims = claim_facts(sentences, people, language, chance)
    found += [fact for fact in claims if (fact.source, fact.line) not in taken]
    kinds: dict[str, list[HonestFact]] = defaultdict(list)
    for fact in found:
        kinds[text_of(fact.fields, "kind")].append(fact)
    chosen = [
        fact
        for kind, share in SHARES.items()
        for fact in some(kinds[kind], int(most * share), chance)
    ]
    chosen.sort(key=lambda fact: (fact.source, fact.line))
    numbers: Counter[str] = Counter()
    facts: dict[str, HonestFact] = {}
    for fact in chosen:
        kind = text_of(fact.fields, "kind")
        numbers[kind] += 1
        facts[f"{kind}-{numbers[kind]}"] = fact
    return facts | dict(_sums(facts)), people


def _sums(facts: Mapping[str, HonestFact]) -> Iterator[tuple[str, HonestFact]]:
    """Counts derived from two others of one unit in one source."""
    units: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, fact in facts.items():
        if fact.fields["kind"] == "count" and "modifier" not in fact.fields:
            units[fact.source, text_of(fact.fields, "unit")].append(name)
    pairs = [(names[0], names[1]) for names in units.values() if len(names) > 1]
    for number, (one, other) in enumerate(pairs[:MOST_SUMS], 1):
        fields = [facts[one].fields, facts[other].fields]
        total = sum(int(text_of(each, "value")) for each in fields)
        unit = text_of(fields[0], "unit")
        summed: dict[str, Value] = {
            "kind": "count",
            "value": str(total),
            "unit": unit,
            "claim": f"Taken together, these passages speak of {total:,} {unit}.",
            "basis": {"value": {"derived": f"{one} + {other}"}},
            "cite": [each["cite"] for each in fields],
        }
        yield f"sum-{number}", HonestFact(facts[one].source, facts[one].line, summed)


def pages_of(facts: Mapping[str, HonestFact]) -> dict[str, str]:
    """A home page and one for the figures, whose prose types no figure."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, fact in facts.items():
        kinds[text_of(fact.fields, "kind")].append(name)
    voices = [
        f"Here {{person}}`{text_of(facts[name].fields, 'speaker')}` speaks in the book, and the"
        f" words\nare these: {{quote}}`{name}`\n"
        for name in kinds["quote"][:12]
    ]
    figures = [
        f"At this place the book counts {{value}}`{name}` and says\nof what {{fact}}`{name}`.\n"
        for name in kinds["count"][:12]
    ]
    dates = [
        f"The event that it dates with {{date}}`{name}` is told\nin a sentence {{fact}}`{name}`.\n"
        for name in kinds["date"][:12]
    ]
    claims = [
        f"What the author tells here is ours in wording only {{fact}}`{name}`.\n"
        for name in kinds["claim"][:4]
    ]
    pages = {"index.md": _page("What the book says", 1, [*voices, *claims])}
    if figures or dates:
        pages["figures.md"] = _page("What the book counts and dates", 2, [*figures, *dates])
    return pages


def _page(title: str, order: int, paragraphs: Sequence[str]) -> str:
    return "\n".join([f"---\ntitle: {title}\norder: {order}\n---\n", *paragraphs])


def write_project(
    out: Path,
    book: Path,
    texts: Mapping[str, str],
    language: str,
    facts: Mapping[str, HonestFact],
    people: People,
) -> None:
    """The project’s files."""
    title = book.stem.replace("-", " ").capitalize()
    sources: dict[str, Value] = {}
    for number, (name, text) in enumerate(texts.items(), 1):
        path = f"seeds/{name}.txt"
        _write(out / path, text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        sources[name] = {
            "text": path,
            "sha256": digest,
            "title": f"{title}, part {number}",
            "language": language,
        }
        held: dict[str, Value] = {
            key: dict(fact.fields) for key, fact in facts.items() if fact.source == name
        }
        body: Fields = {"source": name, "facts": held}
        if held:
            _write(out / "content" / "facts" / f"{name}.yaml", written(body, 0) + "\n")
    known: dict[str, Value] = {}
    for person, names in people.names.items():
        aliases: list[Value] = [*names[1:]]
        known[person] = {"name": names[0]} | ({"aliases": aliases} if aliases else {})
    content = out / "content"
    _write(content / "sources.yaml", written({"sources": sources}, 0) + "\n")
    _write(content / "people.yaml", written({"people": known}, 0) + "\n")
    _write(content / "site.yaml", f"title: {json.dumps(title)}\nlanguage: {language}\n")
    for name, text in pages_of(facts).items():
        _write(content / "pages" / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Read a book, write the project, say what it holds."""
    parser = argparse.ArgumentParser(prog="benchmarks.mutations.generate", description=__doc__)
    parser.add_argument("book", type=Path, metavar="BOOK.txt")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new or empty folder")
    parser.add_argument("--facts", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unwrapped", action="store_true", help="a line for each paragraph")
    options = parser.parse_args(arguments)
    if options.out.exists() and any(options.out.iterdir()):
        parser.error(f"{options.out} is not empty")
    book = options.book.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    language = "fr" if options.book.stem.endswith("-fr") else "en"
    parts = in_parts(book, PARTS, unwrapped=options.unwrapped)
    texts = {f"{slug(options.book.stem)}-{number}": text for number, text in enumerate(parts, 1)}
    chance = random.Random(options.seed)  # noqa: S311 - a sample, not a secret
    facts, people = facts_of(texts, language, options.facts, chance)
    write_project(options.out, options.book, texts, language, facts, people)
    kinds = Counter(text_of(fact.fields, "kind") for fact in facts.values())
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    sys.stdout.write(f"{len(facts)} facts ({listed}), {len(people.names)} persons\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

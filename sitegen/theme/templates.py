"""What was read and compiled of templates, so that after a change to one only that one is anew."""

from collections.abc import Iterable, Mapping
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from sitegen.theme import packaged, rules
from sitegen.theme.brought import Brought, brought
from sitegen.theme.layers import Source

_OURS = f"{packaged.NAME}/"  # before a template's name, it means ours as it came


class Templates(BytecodeCache):
    """Templates by their text; of each name the latest compiled. Jinja asks it for what it holds.

    An environment is the same for every theme but for the templates that it knows, and neither a
    template's nodes nor its code depend on the others.
    """

    def __init__(self) -> None:
        self._parsed: dict[str, rules.Nodes | rules.Breach] = {}
        self._compiled: dict[str, tuple[str, CodeType]] = {}
        self._brought: Mapping[str, Brought] = {}
        self._ours: dict[str, Source] = {}

    def brought(self, sources: Mapping[str, Source]) -> dict[str, Brought]:
        """By name, the templates among these that have the text of one of the default's: known
        already, whichever theme's name stands before theirs.
        """
        ours = {
            name.removeprefix(_OURS): source
            for name, source in sources.items()
            if name.startswith(_OURS)
        }
        if ours != self._ours:
            self._ours, self._brought = ours, brought(ours)
        return {
            name: known
            for name, source in sources.items()
            if (known := self._brought.get(name.rpartition("/")[2])) and known.text == source.text
        }

    def parsed(
        self, environment: Environment, texts: Iterable[str]
    ) -> dict[str, rules.Nodes | rules.Breach]:
        """By text, the nodes of each template, or why it has none. Other texts are forgotten."""
        known = self._parsed
        self._parsed = {
            text: known[text] if text in known else rules.parse(environment, text)
            for text in dict.fromkeys(texts)
        }
        return self._parsed

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Where Jinja looks for the code of a template; that of ours is always there."""
        bucket = super().get_bucket(environment, name, filename, source)
        known = self._brought.get(name)
        if bucket.code is None and known and known.text == source:
            bucket.code = known.code
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template with the same name and text, if there is any."""
        checksum, code = self._compiled.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        if bucket.code is not None:
            self._compiled[bucket.key] = (bucket.checksum, bucket.code)

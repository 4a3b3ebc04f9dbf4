"""What was read and compiled of templates, so that after a change to one only that one is anew."""

from collections.abc import Iterable
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from sitegen.theme import rules


class Templates(BytecodeCache):
    """Templates by their text; of each name the latest compiled. Jinja asks it for what it holds.

    An environment is the same for every theme but for the templates that it knows, and neither a
    template's nodes nor its code depend on the others.
    """

    def __init__(self) -> None:
        self._parsed: dict[str, rules.Nodes | rules.Breach] = {}
        self._compiled: dict[str, tuple[str, CodeType]] = {}

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

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template with the same name and text, if there is any."""
        checksum, code = self._compiled.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        if bucket.code is not None:
            self._compiled[bucket.key] = (bucket.checksum, bucket.code)

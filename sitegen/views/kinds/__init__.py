"""What templates see: frozen views, already sorted, formatted, redacted and linked.

Every value is a string, a number, a bool, Markup, a tuple or another view. Strings are plain text
(the template escapes them); Markup is finished HTML. Every `href` is relative to the page that
holds the view, or absolute where it leaves the site. None means: not known, leave it out.

A template gets the page's view as `page`; `page.chrome` is the frame that all pages share.

Ids: `L13` for lines and ids of facts (`some-fact`, `some-fact--2`) belong to marks and lines. Any
other id on a page, by a template as well, holds a capital letter; then none collide.

Class names in finished Markup, for the theme's style sheet:

- `quote-words`: words of a source within a sentence, with their quotation marks;
  `value`, `date`, `person`: what the roles of these names give (each an `a`, `span` or `time`);
  `fact-ref`: the link to a fact that a claim or a note names, in a `sup`
- `cite`: around a citation mark. In it `cite-mark` (the link, in a `sup`) and `cite-note` (shown on
  hover and focus, next to the link): `cite-words` (the sentence, cited words in `mark`),
  `cite-source` (source and lines), `cite-verdict`
- `facts`, `timeline`, `compare`: the lists of these directives (`ul`, `ol`, `div`); each fact in
  them is an `article` with class `card`, `kind-KIND` and `verdict-CODE`, holding `card-headline`,
  `card-by` (speaker, attribution), `card-date`, `card-value`, `card-source`, `card-status`,
  `card-verdict`; `timeline-date` before the cards of one date
- `chart`: a `figure` holding `chart-title` (its `figcaption`), an `svg` with `chart-bar`
  (a `rect`), `chart-label` and `chart-value` (`text`), `chart-axis` (a line), and `chart-table`
- on source pages `mark` with `data-facts`, and `elided` (a `span`) for the “[…]” within a line

Markup of the fields `note`, `response`, `summary` of a topic, `description` and `body` is blocks
(paragraphs and so on); all other Markup stands within a line.
"""

from sitegen.views.kinds.basics import Count, CountTable, DateView, Link, Segment, VerdictView
from sitegen.views.kinds.chrome import Chrome, NavItem, PublisherView, Setting
from sitegen.views.kinds.facts import (
    AcceptedView,
    CorrectionView,
    EvidenceView,
    FactCard,
    FactRef,
    FieldView,
    Group,
    InferredView,
    ReferenceView,
)
from sitegen.views.kinds.pages import (
    AnyPage,
    CorrectionsPage,
    ExplainerPage,
    FactPage,
    FactsPage,
    MethodologyPage,
    NotFoundPage,
    NumbersPage,
    PageView,
    PersonPage,
    QuotesPage,
    SourcePage,
    SourcesPage,
    TimelinePage,
    TopicPage,
)
from sitegen.views.kinds.pictures import Measure, TimelineEntry, TimelineYear
from sitegen.views.kinds.sources import LineView, SkippedIn, SkipView, SourceRow

__all__ = [
    "AcceptedView",
    "AnyPage",
    "Chrome",
    "CorrectionView",
    "CorrectionsPage",
    "Count",
    "CountTable",
    "DateView",
    "EvidenceView",
    "ExplainerPage",
    "FactCard",
    "FactPage",
    "FactRef",
    "FactsPage",
    "FieldView",
    "Group",
    "InferredView",
    "LineView",
    "Link",
    "Measure",
    "MethodologyPage",
    "NavItem",
    "NotFoundPage",
    "NumbersPage",
    "PageView",
    "PersonPage",
    "PublisherView",
    "QuotesPage",
    "ReferenceView",
    "Segment",
    "Setting",
    "SkipView",
    "SkippedIn",
    "SourcePage",
    "SourceRow",
    "SourcesPage",
    "TimelineEntry",
    "TimelinePage",
    "TimelineYear",
    "TopicPage",
    "VerdictView",
]

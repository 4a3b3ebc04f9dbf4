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
  them is a `div` with class `card`, `kind-KIND` and `verdict-CODE`, holding `card-headline`,
  `card-by` (speaker, attribution), `card-date`, `card-value`, `card-source`, `card-status`,
  `card-thread`, `card-verdict`; `timeline-date` before the cards of one date. In `compare` there
  are a paragraph before the cards (`compare-apart`: what tells them apart) and in a card also
  `card-words` (a `blockquote`: the source's words) and `card-published`
- `chart`: a `figure` holding `chart-title` (its `figcaption`), an `svg` for each unit, `legend`
  (what the signs mean), `chart-note` (what is not drawn, and why) and `chart-table`. In the `svg`
  are `chart-bar` (a `rect`; with `hollow`: up to a bound), `chart-sliver` (a line where a bar is
  too short to be seen), `chart-limit` (a sign for about, at least, at most), `chart-point` and
  `chart-track` (a rank), `chart-value`, `chart-date` and `chart-label` (`text`; `if-wide` or
  `if-narrow` for one width only) and `chart-axis` (a line)
- `time-chart`: a `figure` with a timeline, drawn twice: the style sheet shows `time-wide` or
  `time-narrow` (`svg`). In it are `time-fact` (a link around each fact) with `time-row` (its
  ground), `time-day` (a `circle`), `time-span` (a `rect`), `time-through`, `time-cut-through` and
  `time-open` (lines), each `stated`, `reasoned` (the source does not state it) or `vague`; words in
  `time-label` with `time-date` and `time-words`; the axis with `time-tick`, `time-year`, and for
  years left out `time-cut` (a band), `time-break` and `time-left-out`; `time-heading` over dates
  without a year. Many facts are counted by year instead
- `evidence-map`: a `figure` on source pages holding `evidence-words` (its `figcaption`),
  `evidence-columns` with an `svg` and `evidence-runs` (links to lines), and a `legend`; in the
  `svg` a row for each line, with `evidence-open` (a line), `evidence-cited`, `evidence-skipped`
- on source pages `mark` with `data-facts`, and `elided` (a `span`) for the “[…]” within a line

Markup of the fields `note`, `response`, `summary` of a topic, `description` and `body`, and every
picture, is blocks (paragraphs and so on); all other Markup stands within a line.
"""

from sitegen.views.kinds.basics import (
    AnnotatedCount,
    Command,
    Count,
    CountTable,
    DateView,
    FieldCount,
    Link,
    Picture,
    RuleFamily,
    Segment,
    Tally,
    VerdictView,
)
from sitegen.views.kinds.chrome import Alternate, Chrome, Meta, NavItem, PublisherView, Setting
from sitegen.views.kinds.facts import (
    AcceptedView,
    CitingView,
    CorrectionView,
    EvidenceView,
    FactCard,
    FactRef,
    FieldView,
    Group,
    InferredView,
    Reason,
    ReferenceView,
    Section,
    StepView,
)
from sitegen.views.kinds.overviews import (
    CorrectionsPage,
    FactsPage,
    MethodologyPage,
    MovedPage,
    NotFoundPage,
    NumbersPage,
    QuotesPage,
    SearchPage,
    SourcesPage,
    TimelinePage,
)
from sitegen.views.kinds.pages import (
    AnyPage,
    ExplainerPage,
    FactPage,
    Front,
    PageView,
    PersonPage,
    SourcePage,
    TopicPage,
)
from sitegen.views.kinds.pictures import Measure, TimelineEntry, TimelineYear
from sitegen.views.kinds.search import IndexEntry, IndexSection
from sitegen.views.kinds.sources import LineView, SkippedIn, SkipView, SourceRow

__all__ = [
    "AcceptedView",
    "Alternate",
    "AnnotatedCount",
    "AnyPage",
    "Chrome",
    "CitingView",
    "Command",
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
    "FieldCount",
    "FieldView",
    "Front",
    "Group",
    "IndexEntry",
    "IndexSection",
    "InferredView",
    "LineView",
    "Link",
    "Measure",
    "Meta",
    "MethodologyPage",
    "MovedPage",
    "NavItem",
    "NotFoundPage",
    "NumbersPage",
    "PageView",
    "PersonPage",
    "Picture",
    "PublisherView",
    "QuotesPage",
    "Reason",
    "ReferenceView",
    "RuleFamily",
    "SearchPage",
    "Section",
    "Segment",
    "Setting",
    "SkipView",
    "SkippedIn",
    "SourcePage",
    "SourceRow",
    "SourcesPage",
    "StepView",
    "Tally",
    "TimelineEntry",
    "TimelinePage",
    "TimelineYear",
    "TopicPage",
    "VerdictView",
]

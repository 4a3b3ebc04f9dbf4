"""What a publication does, and in which order, as a function of what stands there."""

import re
from pathlib import Path

import pytest

from sitegen.publish import Site, TargetError, make_plan
from sitegen.publish.plan import Phase
from sitegen.publish.standing import Standing
from sitegen.write.manifest import encode, parse
from tests.publish.making import NEW, OLD, Texts, built
from tests.write.trees import digests


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("project") / "site", NEW)


def stands(texts: Texts, *, beside: frozenset[str] = frozenset(), claimed: bool = True) -> Standing:
    """What a target with these files says of `NEW`."""
    ours = texts.keys() & NEW.keys()
    same = frozenset(path for path in ours if texts[path] == NEW[path])
    return Standing(
        same=same,
        other=frozenset(ours - same),
        beside=frozenset(texts.keys() - ours | beside),
        manifest=encode(digests(texts)) if claimed else None,
    )


def test_an_empty_place_takes_everything_and_nothing_is_deleted(site: Site) -> None:
    plan = make_plan(site, Standing())
    assert {upload.path for upload in plan.uploads} == NEW.keys()
    assert all(upload.new for upload in plan.uploads)
    assert (plan.first, plan.deletes, plan.unchanged) == ((), (), 0)


def test_only_what_differs_is_uploaded_assets_first_and_what_leads_to_pages_last(
    site: Site,
) -> None:
    plan = make_plan(site, stands(OLD))
    assert [(upload.phase, upload.path, upload.new) for upload in plan.uploads] == [
        (Phase.HASHED, "assets/style.bbbb.css", True),
        (Phase.BESIDE_PAGES, "data/facts.json", False),
        (Phase.NEW_PAGES, "facts/new.html", True),
        (Phase.NEW_PAGES, "people/ada.html", True),
        (Phase.KNOWN_PAGES, "facts.html", False),
        (Phase.KNOWN_PAGES, "facts/kept.html", False),
        (Phase.KNOWN_PAGES, "index.html", False),
        (Phase.ANNOUNCEMENTS, "feed.xml", False),
    ]
    assert plan.deletes == ("facts/gone.html", "assets/style.aaaa.css")
    assert plan.unchanged == 2


def test_a_deleted_asset_is_no_lost_address(site: Site) -> None:
    assert make_plan(site, stands(OLD)).lost_addresses == ("facts/gone.html",)


@pytest.mark.parametrize(
    ("path", "phase"),
    [
        ("assets/style.0123.css", Phase.HASHED),
        ("pagefind/fragment/en_1.pf_fragment", Phase.HASHED),
        ("pagefind/index/en_1.pf_index", Phase.HASHED),
        ("pagefind/filter/en_1.pf_filter", Phase.HASHED),
        ("pagefind/pagefind.en_1.pf_meta", Phase.HASHED),
        ("pagefind/pagefind-entry.json", Phase.BESIDE_PAGES),
        ("pagefind/pagefind.js", Phase.BESIDE_PAGES),
        ("_headers", Phase.BESIDE_PAGES),
        ("data/texts/a.txt", Phase.BESIDE_PAGES),
        ("_redirects", Phase.ANNOUNCEMENTS),
        ("sitemap.xml", Phase.ANNOUNCEMENTS),
    ],
)
def test_each_file_has_its_phase(path: str, phase: Phase, tmp_path: Path) -> None:
    plan = make_plan(built(tmp_path / "site", {path: "x"}), Standing())
    assert [upload.phase for upload in plan.uploads] == [phase]


def test_an_index_that_is_there_leads_to_new_pages_once_they_are_there_too(tmp_path: Path) -> None:
    path = "pagefind/pagefind-entry.json"
    there = Standing(other=frozenset({path}), manifest=encode({path: "x"}))
    plan = make_plan(built(tmp_path / "site", {path: "y"}), there)
    assert [upload.phase for upload in plan.uploads] == [Phase.ANNOUNCEMENTS]


def test_the_journal_names_the_old_files_and_the_new_ones(site: Site) -> None:
    plan = make_plan(site, stands(OLD))
    assert plan.journal is not None
    assert parse(plan.journal).files.keys() == OLD.keys() | NEW.keys()
    assert plan.manifest == site.manifest


def test_no_journal_is_needed_where_the_manifest_there_names_all(site: Site) -> None:
    changed = {**NEW, "index.html": "older"}
    plan = make_plan(site, stands(changed))
    assert plan.journal is None
    assert [upload.path for upload in plan.uploads] == ["index.html"]


def test_nothing_is_to_do_where_the_site_stands(site: Site) -> None:
    plan = make_plan(site, stands(NEW))
    assert plan.is_empty
    assert plan.unchanged == len(NEW)


def test_what_others_have_put_there_stays(site: Site) -> None:
    plan = make_plan(site, stands(OLD, beside=frozenset({"CNAME", "blog/index.html"})))
    assert plan.deletes == ("facts/gone.html", "assets/style.aaaa.css")


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (
            stands({"index.html": "theirs"}, claimed=False),
            "index.html stands there, and sitegen did not put it there",
        ),
        (
            Standing(other=frozenset({"a", "b", "facts.html", "index.html"})),
            "a, b, facts.html and 1 more stand there",
        ),
        (
            stands(OLD, beside=frozenset({"people"})),  # a file where a folder is wanted
            "people stands there",
        ),
        (Standing(manifest=b"{}"), "the manifest that stands there was not written by sitegen"),
        (Standing(manifest=b"\xff"), "the manifest that stands there is not readable"),
        (
            Standing(manifest=b'{"version": 9, "files": {}}'),
            "the manifest that stands there was written by another version of sitegen",
        ),
        (
            Standing(
                beside=frozenset({"../../etc/passwd"}),
                manifest=b'{"version": 1, "files": {"../../etc/passwd": "x"}}',
            ),
            "the manifest that stands there was not written by sitegen",
        ),
    ],
)
def test_what_is_not_ours_is_refused_and_left_alone(site: Site, there: Standing, told: str) -> None:
    with pytest.raises(TargetError, match=re.escape(told)):
        make_plan(site, there)


def test_a_file_of_ours_where_a_folder_is_wanted_goes_first(site: Site) -> None:
    plan = make_plan(site, stands({**OLD, "people": "once a file"}))
    assert plan.first == ("people",)
    assert "people" not in plan.deletes


def test_a_file_that_is_there_unclaimed_but_the_same_is_taken_as_it_is(site: Site) -> None:
    same = {".nojekyll": ""}
    plan = make_plan(site, stands(same, claimed=False))
    assert plan.unchanged == 1
    assert ".nojekyll" not in {upload.path for upload in plan.uploads}

"""What every test run shares: no silent skips, tests that need the articles, and hypothesis.

Two rules of the house live here. A skipped or expected-to-fail test fails the run where `CI` is
set. A test that needs the texts of the articles (which are not ours to publish, so not in the
repository) is marked `articles`; without `--articles=FOLDER` it is deselected and named at the end
of the run as not run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

ROOT = Path(__file__).resolve().parent.parent
IN_CI = bool(os.environ.get("CI"))
NOT_RUN = pytest.StashKey[list[str]]()

settings.register_profile(
    "reviewkit",
    deadline=None,  # a law holds or not; how long an example takes depends on the machine
    derandomize=IN_CI,  # the same examples for everyone who looks at a CI run
    database=None if IN_CI else DirectoryBasedExampleDatabase(ROOT / "build" / "hypothesis"),
)
settings.load_profile("reviewkit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--articles",
        type=Path,
        metavar="FOLDER",
        help="folder of the articles' texts; without it the tests marked `articles` are not run",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[NOT_RUN] = []
    folder: Path | None = config.getoption("--articles")
    if folder is not None and not folder.is_dir():
        raise pytest.UsageError(f"--articles {folder}: there is no such folder")


@pytest.fixture(scope="session")
def articles(pytestconfig: pytest.Config) -> Path:
    """The folder of the articles' texts, for tests marked `articles`."""
    folder: Path | None = pytestconfig.getoption("--articles")
    if folder is None:
        raise pytest.UsageError("a test that takes `articles` is marked @pytest.mark.articles")
    return folder.resolve()


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the index of the evidence apart from the user's, for commands run in processes too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVIEWKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--articles") is not None:
        return
    absent = [item for item in items if item.get_closest_marker("articles")]
    if absent:
        config.stash[NOT_RUN] += [item.nodeid for item in absent]
        config.hook.pytest_deselected(items=absent)
        items[:] = [item for item in items if not item.get_closest_marker("articles")]


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    yield
    config = session.config
    if hasattr(config, "workeroutput"):  # a process of pytest-xdist: the first one tells
        config.workeroutput["not_run"] = config.stash[NOT_RUN]
    elif IN_CI and set_aside(config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over, once, what the processes of pytest-xdist did not run (each collects all tests)."""
    node.config.stash[NOT_RUN] = list(getattr(node, "workeroutput", {}).get("not_run", []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    config = terminalreporter.config
    not_run = config.stash[NOT_RUN]
    if not_run:
        terminalreporter.section("not run: the articles are absent (--articles=FOLDER)")
        for name in sorted(not_run):
            terminalreporter.line(name)
    if IN_CI and set_aside(config):
        terminalreporter.section("set aside in CI, which fails the run", red=True)
        for name in set_aside(config):
            terminalreporter.line(name)


def set_aside(config: pytest.Config) -> list[str]:
    """The tests that were skipped or expected to fail."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return []
    stats: dict[str, list[pytest.TestReport]] = reporter.stats
    return sorted(
        f"{outcome}: {report.nodeid}"
        for outcome in ("skipped", "xfailed", "xpassed")
        for report in stats.get(outcome, [])
    )

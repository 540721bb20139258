"""The service with its real processes: answers, superseding, deaths, and that nothing is left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue

import pytest

from variorum.core.library.library import Library
from variorum.core.search.folder import IndexFolder
from variorum.core.search.model import IndexProgress, SearchError, SearchResults
from variorum.core.search.service import SearchService

WAIT = 30
SOURCE = Path(__file__).parents[3] / "desktop"


class Client:
    """Asks a service and waits for what it calls back."""

    def __init__(self, library_folder: Path, index_folder: Path, command: list[str] | None = None) -> None:
        self.progress: Queue[IndexProgress] = Queue()
        self.answers: Queue[SearchResults | Exception] = Queue()
        self.threads: set[str] = set()
        self.service = SearchService(library_folder, index_folder, on_indexed=self.progress.put, command=command)
        self.service.start()

    def ask(self, query: str) -> SearchResults | Exception:
        self.service.search(query, self._take)
        return self.answers.get(timeout=WAIT)

    def found(self, query: str) -> list[int]:
        answer = self.ask(query)
        assert isinstance(answer, SearchResults), answer
        return sorted(hit.article_id for hit in answer.hits)

    def index(self) -> IndexProgress:
        self.service.refresh()
        while not (progress := self.progress.get(timeout=WAIT)).finished:
            pass
        return progress

    def close(self) -> None:
        self.service.close()

    def _take(self, answer: SearchResults | Exception) -> None:
        self.threads.add(threading.current_thread().name)
        self.answers.put(answer)


@pytest.fixture
def client(library: Library, index_folder: Path) -> Iterator[Client]:
    with closing(Client(library.folder, index_folder)) as opened:
        yield opened


def test_it_searches_at_once_and_indexes_behind(client: Client, library: Library) -> None:
    assert client.found("bri") == [1, 2]
    assert client.index() == IndexProgress(4, 4, finished=True)
    new = library.add("A new bridge.")
    assert client.found("bridge") == [1, 2, new.id]
    client.index()
    answer = client.ask("bridge")
    assert isinstance(answer, SearchResults)
    assert answer.pending == 0
    assert answer.total == 3
    assert [s.hits for s in answer.hits[0].snippets] != [()]
    assert client.threads == {"search-service"}


def test_queries_of_any_kind_are_answered_soon(client: Client) -> None:
    client.index()
    began = time.monotonic()
    for query in (
        "*",
        "a*",
        "[a TO z]",
        "a~2",
        "x" * 100_000,
        "(" * 1_000,
        "NOT " * 200 + "a",
        "\ud800",
        '"' * 99,
        "the a of *",
    ):
        assert isinstance(client.ask(query), SearchResults)
    assert time.monotonic() - began < 10


def test_of_many_searches_at_once_the_last_is_answered(client: Client) -> None:
    for length in range(1, 7):
        client.service.search("bridge"[:length], client.answers.put)
    answer = client.answers.get(timeout=WAIT)
    while isinstance(answer, SearchResults) and answer.query != "bridge":
        answer = client.answers.get(timeout=WAIT)
    assert client.answers.empty()


def test_a_damaged_index_is_noticed_and_built_anew(client: Client, library: Library, index_folder: Path) -> None:
    client.index()
    for path in IndexFolder(index_folder).path.glob("*.t*"):
        path.write_bytes(b"damaged")
    for path in IndexFolder(index_folder).path.glob("*.toc"):
        path.write_bytes(b"")
    with closing(Client(library.folder, index_folder)) as second:
        assert second.found("bridge") == [1, 2]
        while not second.progress.get(timeout=WAIT).finished:
            pass
        answer = second.ask("bridge")
        assert isinstance(answer, SearchResults)
        assert answer.pending == 0


def test_an_index_that_somebody_deletes_is_built_anew(client: Client, index_folder: Path) -> None:
    client.index()
    assert client.found("bridge") == [1, 2]
    shutil.rmtree(index_folder)
    assert client.found("bridge") == [1, 2]
    while not client.progress.get(timeout=WAIT).finished:
        pass
    answer = client.ask("bridge")
    assert isinstance(answer, SearchResults)
    assert (answer.total, answer.pending) == (2, 0)


def fake(tmp_path: Path, body: str) -> list[str]:
    """The command of a process that speaks as a search process does, but behaves as `body` says."""
    script = tmp_path / "fake.py"
    script.write_text(
        "import json, os, sys, threading, time\n"
        "def say(message): print(json.dumps(message), flush=True)\n"
        "def answer(request): say({'ticket': request['ticket'], 'results': {'query': request['query'], 'hits': [],"
        " 'total': 0, 'seconds': 0, 'note': '', 'pending': 0}})\n" + textwrap.dedent(body),
        encoding="utf-8",
    )
    return [sys.executable, str(script)]


def test_a_stuck_search_is_stopped_for_a_newer_one(tmp_path: Path) -> None:
    command = fake(
        tmp_path,
        """
        say({"ready": True})
        for line in sys.stdin:
            request = json.loads(line)
            if request["query"] == "stuck":
                time.sleep(60)
            answer(request)
        """,
    )
    with closing(Client(tmp_path, tmp_path, command)) as client:
        client.service.search("stuck", client.answers.put)
        time.sleep(0.5)
        began = time.monotonic()
        answer = client.ask("next")
        assert isinstance(answer, SearchResults)
        assert answer.query == "next"
        assert time.monotonic() - began < 5


def test_a_process_that_dies_each_time_is_an_error_and_not_the_end(tmp_path: Path) -> None:
    command = fake(
        tmp_path,
        """
        say({"ready": True})
        for line in sys.stdin:
            request = json.loads(line)
            if request["query"] == "die":
                os._exit(3)
            answer(request)
        """,
    )
    with closing(Client(tmp_path, tmp_path, command)) as client:
        assert isinstance(client.ask("die"), SearchError)
        assert isinstance(client.ask("live"), SearchResults)


def test_a_program_that_cannot_be_started_is_an_error(tmp_path: Path) -> None:
    with closing(Client(tmp_path, tmp_path, [str(tmp_path / "missing")])) as client:
        assert isinstance(client.ask("war"), SearchError)
        assert client.index().error


@pytest.mark.logs
def test_a_callback_that_fails_is_no_end(client: Client) -> None:
    def fail(_answer: object) -> None:
        raise RuntimeError("not ours")

    client.service.search("bridge", fail)
    time.sleep(0.2)
    assert client.found("bridge") == [1, 2]


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")  # a child belongs to the thread that started it
    return [int(child) for task in tasks for child in task.read_text(encoding="ascii").split()]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone_within(seconds: float, pids: list[int]) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until and any(map(is_running, pids)):
        time.sleep(0.02)
    return not any(map(is_running, pids))


linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")


@linux
def test_close_ends_the_processes_at_once(library: Library, index_folder: Path) -> None:
    before = set(children(os.getpid()))
    client = Client(library.folder, index_folder)
    client.found("bridge")
    client.service.refresh()
    time.sleep(0.05)
    ours = [pid for pid in children(os.getpid()) if pid not in before]
    assert ours
    began = time.monotonic()
    client.close()
    assert time.monotonic() - began < 2
    assert gone_within(1, ours)


@linux
def test_the_processes_end_with_a_window_that_is_killed(library: Library, index_folder: Path) -> None:
    code = f"""
import time
from pathlib import Path
from variorum.core.search.service import SearchService
service = SearchService(Path({str(library.folder)!r}), Path({str(index_folder)!r}))
service.start()
service.search("bridge", lambda answer: print("answered", flush=True))
time.sleep(60)
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(SOURCE)}
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "answered\n"
        ours = children(window.pid)
        assert ours
        window.kill()
    assert gone_within(3, ours)

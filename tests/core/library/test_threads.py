"""One library for many threads: changes come one after the other, readers never wait, closing closes for all."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from variorum.core.errors import LibraryError
from variorum.core.library.library import Library

Add = Callable[..., int]


def test_threads_add_and_read_at_once(library: Library, add: Add) -> None:
    story = library.new_story("Harbor")
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda n: add(f"notice {n}", story.id), range(64)))
        texts = list(pool.map(library.text, ids))
    assert len(set(ids)) == 64
    assert all(f"notice {n}" in text for n, text in enumerate(texts))
    assert len({row.siglum for row in library.story(story.id).versions}) == 64


def test_reading_does_not_wait_for_a_change_under_way(library: Library, add: Add) -> None:
    number = add("dredging")
    with library._connections.writing(), ThreadPoolExecutor(1) as pool:
        assert pool.submit(library.article, number).result(timeout=2).id == number


def test_closing_ends_it_for_every_thread(library: Library, add: Add) -> None:
    number = add("dredging")
    closed, answers = threading.Event(), list[str]()

    def read_before_and_after() -> None:
        library.text(number)
        closed.wait(5)
        try:
            library.text(number)
        except LibraryError as error:
            answers.append(str(error))

    thread = threading.Thread(target=read_before_and_after)
    thread.start()
    time.sleep(0.05)
    library.close()
    closed.set()
    thread.join()
    assert "is closed" in answers[0]
    with pytest.raises(LibraryError, match="is closed"):
        library.articles()
    assert not (library.folder / "library.sqlite-wal").exists(), "a connection stayed open"


def test_connections_of_threads_that_ended_are_closed(library: Library, add: Add) -> None:
    for _ in range(20):
        thread = threading.Thread(target=library.articles)
        thread.start()
        thread.join()
    assert len(library._connections._open) <= 2


@pytest.mark.skipif(os.name != "posix", reason="kills a process the hard way")
def test_a_killed_import_leaves_whole_batches(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(250):
        (folder / f"{number:03}.txt").write_text(f"Notice {number}\n\nThe harbor is closed on day {number}.\n")
    code = (
        "import os, sys, signal; from pathlib import Path; from variorum.core.library.library import Library;"
        "from variorum.core.library.importing import import_paths;"
        "import_paths(Library(Path(sys.argv[1])), [Path(sys.argv[2])], 'Harbor',"
        "lambda p: p.done == 230 and os.kill(os.getpid(), signal.SIGKILL))"
    )
    root = Path(__file__).parents[3] / "desktop"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "lib"), str(folder)],
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert done.returncode < 0
    library = Library(tmp_path / "lib")
    assert len(library.articles()) == 200
    assert len(library.stories()[0].versions) == 200
    library.close()

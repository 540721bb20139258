"""Turns articles into vectors of meaning with the shipped model. The only place that knows onnxruntime.

The model is all-MiniLM-L6-v2 (a sentence-transformer: Reimers and Gurevych 2019; Wang et al. 2020). A passage's vector
is the mean of the states of its pieces, as the model was trained; clauses and words are means over their own pieces of
the same run, so that each is read in its sentence. Nothing is ever loaded from or sent to a network.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from variorum.assets import resource
from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.meaning.model import Meaning
from variorum.core.meaning.pieces import PieceCutter, Pieces
from variorum.core.meaning.shipped import FOLDER, missing, shipped
from variorum.core.text.model import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_logger = logging.getLogger(__name__)

MOST_PIECES = 254
"""Of a passage: the model reads 256, the first and last of which stand for the borders."""
_BATCH = 512
"""Pieces the model reads at once, filled up to the longest passage: less work for a cancel to wait for."""
_THREADS = 2


class Session(Protocol):
    """A model that runs; onnxruntime's `InferenceSession` is one."""

    def run(self, output_names: None, input_feed: dict[str, NDArray[np.int64]]) -> Sequence[NDArray[np.float32]]:
        """The states of all pieces, batch × pieces × dimensions, for the arrays "ids" and "mask"."""


_AS_PRINTED = str.maketrans("'–", "’—")
"""What the model reads for signs of a text that is set plainly: as news is mostly set, it knows it best."""


class Encoder:
    """Makes `Meaning` of articles. Usable from one thread at a time."""

    def __init__(self, model: str, session: Session, cutter: PieceCutter, projection: NDArray[np.float32]) -> None:
        """`projection` (dimensions × fewer) makes the vectors of words small."""
        self.model = model
        self._session = session
        self._cutter = cutter
        self._projection = projection

    @classmethod
    def load(cls) -> Encoder | None:
        """The shipped model, ready to run (about 0.2 s); None where it can't be had: the log says why."""
        found = shipped()
        if found is None:
            _logger.warning("No evidence of meaning: missing %s", ", ".join(missing()))
            return None
        try:
            import numpy as np

            vocabulary = resource(f"{FOLDER}/vocabulary.txt").read_text(encoding="utf-8").split("\n")
            projection = np.load(io.BytesIO(resource(f"{FOLDER}/projection.npy").read_bytes()), allow_pickle=False)
            session = open_session(resource(f"{FOLDER}/model.onnx").read_bytes())
            return cls(found.id, session, PieceCutter(vocabulary), projection)
        except Exception as error:  # onnxruntime has exceptions of its own, and none may keep anybody from reading
            _logger.warning("No evidence of meaning: the model could not be loaded: %s", error)
            return None

    def encode(self, article: Article, should_cancel: ShouldCancel = never) -> Meaning:
        """The vectors of `article`; takes any text. About 0.2 s for 700 words on two cores. Raises CanceledError."""
        from variorum.core.meaning.places import places_of
        from variorum.core.meaning.pooling import Pool

        article = article.plain
        text = article.text.translate(_AS_PRINTED)
        told = [sentence.span for sentence in article.sentences if sentence.kind.tells]
        cut = []
        for span in told:
            check(should_cancel)
            cut.append(self._cutter.cut(text, span, MOST_PIECES))
        pool = Pool(told, [places_of(text, pieces) for pieces in cut], self._projection)
        for numbers, states in self._states(cut, should_cancel):
            for row, number in enumerate(numbers):
                pool.take(number, states[row, : len(cut[number].ids) + 2])
        return pool.meaning(self.model)

    def _states(
        self, cut: Sequence[Pieces], should_cancel: ShouldCancel
    ) -> Iterator[tuple[Sequence[int], NDArray[np.float32]]]:
        """Numbers of passages, and the states of their pieces with those of the borders before and behind."""
        import numpy as np

        for numbers in batches([len(pieces.ids) + 2 for pieces in cut], _BATCH):
            check(should_cancel)
            longest = max(len(cut[number].ids) for number in numbers) + 2
            ids = np.full((len(numbers), longest), self._cutter.pad, np.int64)
            mask = np.zeros_like(ids)
            for row, number in enumerate(numbers):
                read = (self._cutter.start, *cut[number].ids, self._cutter.end)
                ids[row, : len(read)] = read
                mask[row, : len(read)] = 1
            yield numbers, self._session.run(None, {"ids": ids, "mask": mask})[0]


def batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """The numbers of `lengths` in batches of like length, at most `most` together with what fills them up."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[number] > most:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def open_session(model: bytes) -> Session:
    """A model of ONNX that runs on the processor, without telemetry, and leaves the cores alone between runs."""
    # Asked at its import, which would else put an id of the machine and a database of events into the user's cache.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors; a warning about a processor is nothing an editor can act on
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session: Session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return session

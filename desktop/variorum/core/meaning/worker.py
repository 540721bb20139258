"""The program inside the encoder's process: texts come in, packed meanings go out, one after the other.

Started by `embedder`; speaks lines of JSON (`core/channel.py`). Loads the model with the first text.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Sequence

from variorum.core.channel import connect, give_way
from variorum.core.meaning.encoder import Encoder
from variorum.core.meaning.packing import pack
from variorum.core.reporting import told
from variorum.core.text.reading import read_article


def main(_argv: Sequence[str]) -> int:
    """Encode for ever. Without a model it says so and ends."""
    requests, say = connect()
    give_way()  # the threads of the model, which come later, do likewise
    encoder = Encoder.load()
    if encoder is None:
        say({"absent": True})
        return 1
    while True:
        request = requests.get()
        try:
            meaning = encoder.encode(read_article(request["text"]))
            say({"meaning": base64.b64encode(pack(meaning)).decode("ascii")})
        except Exception as error:
            say({"error": type(error).__name__, "report": told(error)})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

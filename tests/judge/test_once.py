import gc
import weakref

from sayso.judge.once import once


class Story:
    """Anything that stands for a scene."""


def test_a_judgement_is_made_once_for_each_scene_and_question():
    asked = []

    @once
    def judged(scene, word, *, loud=False):
        """What the word comes to."""
        asked.append(word)
        return word.upper() if loud else word

    one, other = Story(), Story()
    assert [judged(one, "a"), judged(one, "a"), judged(one, "a", loud=True), judged(one, "b")] == ["a", "a", "A", "b"]
    assert asked == ["a", "a", "b"]
    assert judged(other, "a") == "a"
    assert asked == ["a", "a", "b", "a"]
    assert judged.__doc__ == "What the word comes to."


def test_what_was_found_for_nothing_is_kept_as_well():
    asked = []

    @once
    def judged(scene, word):
        asked.append(word)

    story = Story()
    assert judged(story, "a") is judged(story, "a") is None
    assert asked == ["a"]


def test_judgements_go_with_their_scene():
    @once
    def judged(scene, word):
        return word

    story = Story()
    judged(story, "a")
    held = weakref.ref(story)
    del story
    gc.collect()
    assert held() is None

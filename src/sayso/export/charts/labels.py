"""Places for labels, so that none lies on another, on a mark, or beyond the frame."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Box:
    """A rectangle; `top` is the smaller number."""

    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: "Box") -> bool:
        """Whether the two share any ground."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: "Box") -> bool:
        """Whether this one lies wholly within the other."""
        return (
            other.left <= self.left and self.right <= other.right and other.top <= self.top and self.bottom <= other.bottom
        )


@dataclass
class Labels:
    """What ground is taken within a frame, and what is better left free (`lines`)."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def place(self, mark: Box, wide: float, high: float) -> Box | None:
        """Free ground for a label by a mark: above, right, below, left, or at the corners; None where none is free."""
        middle, centre = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
        beside = (mark.right, centre - high / 2), (mark.left - wide, centre - high / 2)
        tops = (mark.top - high, mark.bottom)
        lefts = (middle - wide / 2, mark.left, mark.right - wide, middle, middle - wide)
        corners = [(x, y) for y in tops for x in lefts]
        places = (corners[0], beside[0], corners[5], beside[1], *corners)
        boxes = [Box(left, top, left + wide, top + high) for left, top in places]
        free = [b for b in boxes if b.inside(self.frame) and not any(b.over(t) for t in self.taken)]
        best = next((b for b in free if not any(b.over(line) for line in self.lines)), free[0] if free else None)
        self.taken += [best] if best else []
        return best

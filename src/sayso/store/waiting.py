"""Waiting for a store that another process holds, which is told after a moment instead of endured in silence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any

from sqlalchemy import Engine, event

Tell = Callable[[str], None]
MOMENT = 2.0  # seconds that nobody minds
_LOCKING = ("INSERT", "UPDATE", "DELETE", "SELECT pg_advisory")  # what PostgreSQL lets wait
_TIMER = "sayso_timer"


class Patience:
    """How long is waited for another process, and who is told once that it takes a while."""

    def __init__(self, seconds: float, tell: Tell | None = None) -> None:
        self.seconds = seconds
        self._tell = tell

    @contextmanager
    def waiting(self, shown: str) -> Iterator[None]:
        """Tells, once, where what is done meanwhile takes longer than a moment."""
        timer = self._started(shown)
        try:
            yield
        finally:
            timer.cancel()

    def listen(self, engine: Engine, shown: str) -> None:
        """Tells the same of statements that wait: in PostgreSQL a transaction waits in its midst."""

        @event.listens_for(engine, "before_cursor_execute")
        def begun(connection: Any, _: object, statement: str, *rest: object) -> None:  # noqa: ANN401 - any dialect's
            if statement.startswith(_LOCKING):
                connection.info[_TIMER] = self._started(shown)

        @event.listens_for(engine, "after_cursor_execute")
        def done(connection: Any, *rest: object) -> None:  # noqa: ANN401
            _stop(connection)

        @event.listens_for(engine, "handle_error")
        def failed(context: Any) -> None:  # noqa: ANN401
            if context.connection is not None:
                _stop(context.connection)

    def _started(self, shown: str) -> Timer:
        timer = Timer(MOMENT, self._say, [shown])
        timer.daemon = True
        if self._tell is not None and self.seconds > MOMENT:
            timer.start()
        return timer

    def _say(self, shown: str) -> None:
        tell, self._tell = self._tell, None
        if tell is not None:
            until = f"given up after {self.seconds:g} seconds (--wait)"
            tell(f"waiting for {shown}: another process seems to write into it; {until}")


def _stop(connection: Any) -> None:  # noqa: ANN401
    timer = connection.info.pop(_TIMER, None)
    if timer is not None:
        timer.cancel()

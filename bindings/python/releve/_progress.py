"""How far a calculation is: one line in a terminal, one that changes in a notebook."""
from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any, Union

from releve import _language

Asked = Union[bool, Callable[[int, int], object], None]


def _duration(seconds: float) -> str:
    whole = int(seconds + 0.5)
    return f"{whole} s" if whole < 90 else f"{(whole + 59) // 60} min"


class _Bar:
    def __init__(self) -> None:
        self.start = self.last = time.monotonic()
        self.shown = False

    def __call__(self, done: int, all_: int) -> None:
        now = time.monotonic()
        if done == 0 or now - self.last < 0.2:
            return
        self.last = now
        left = (now - self.start) * (all_ - done) / done
        word = "reste" if _language.get() == "fr" else "left"
        self.draw(f"{done} / {all_}  {100 * done // all_} %  {word} {_duration(left)}", done / all_)
        self.shown = True

    def draw(self, text: str, share: float) -> None:
        raise NotImplementedError

    def clear(self) -> None:
        pass


class _Terminal(_Bar):
    def draw(self, text: str, share: float) -> None:
        sys.stderr.write("\r\033[K" + text)
        sys.stderr.flush()

    def clear(self) -> None:
        if self.shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


class _Notebook(_Bar):
    def __init__(self) -> None:
        super().__init__()
        self.handle: Any = None

    def draw(self, text: str, share: float) -> None:
        from IPython.display import HTML, display
        bar = HTML(f'<progress max="1" value="{share:.3f}" style="width:20em"></progress> {text}')
        if self.handle is None:
            self.handle = display(bar, display_id=True)
        else:
            self.handle.update(bar)

    def clear(self) -> None:
        if self.handle is not None:
            from IPython.display import HTML
            self.handle.update(HTML(""))


def _in_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return shell is not None and shell.__class__.__name__ == "ZMQInteractiveShell"


class Progress:
    """For `with`: `call` is what the engine calls, or None if nothing is shown."""

    def __init__(self, asked: Asked):
        self._bar: _Bar | None = None
        self.call: Callable[[int, int], object] | None = None
        if callable(asked):
            self.call = asked
            return
        if _in_notebook() and asked is not False:
            self._bar = _Notebook()
        elif asked or (asked is None and sys.stderr is not None and sys.stderr.isatty()):
            self._bar = _Terminal()
        self.call = self._bar

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *of_error: object) -> None:
        if self._bar is not None:
            self._bar.clear()

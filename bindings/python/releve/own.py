"""Actions and processes written in Python: what they see of a month, and what they may propose."""
from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Union

import numpy as np

from releve import _native
from releve._errors import UsageError
from releve.state import NONE, Array, Codes, CodeTable, Looked

Ids = Any  # one id, or an array of them


def _ids(ids: Ids) -> Array:
    """Whole numbers; a mask is no list of ids."""
    array = np.atleast_1d(np.asarray(ids))
    if array.size == 0:
        return np.empty(0, np.int64)
    if array.dtype.kind not in "iu" or array.ndim != 1:
        mask = array.dtype.kind == "b"
        raise UsageError((f"ids are whole numbers, not {array.dtype}" + (" write np.flatnonzero(mask)" if mask else ""),
                          f"les identifiants sont des entiers, pas {array.dtype}"
                          + (" écrivez np.flatnonzero(masque)" if mask else "")))
    numbers: Array = array.astype(np.int64)
    return numbers


def _each(ids: Array, value: object) -> Array:
    """One number for each id."""
    try:
        return np.ascontiguousarray(np.broadcast_to(np.asarray(value, dtype=np.float64), ids.shape))
    except (ValueError, TypeError):
        raise UsageError((f"{value!r} is neither a number nor one for each id",
                          f"{value!r} n'est ni un nombre ni un nombre par identifiant")) from None


def _one(value: object) -> int | None:
    """An id that may be left out."""
    return None if value is None or value == NONE else int(_ids(value)[0])


class Month(Looked):
    """One month of a run, as an action sees it in its `step`: tables, draws, and proposals.

    Proposals are applied when the step returns, in their order; tables show the month before them. Each must be one of
    the `changes` that the action declares. What cannot be is refused at once, with a text that says why.
    """

    def __init__(self, native: _native.OwnMonth, codes: CodeTable):
        self._native = native
        self._lists = codes

    @property
    def date(self) -> str:
        """ "2013-09" """
        return self._native.date

    @property
    def index(self) -> int:
        """Months since the start of the run; dates of the tables are counted so."""
        return self._native.index

    @property
    def since_start(self) -> int:
        """Months since the action began."""
        return self._native.since_start

    @property
    def active(self) -> bool:
        """False after the end of the action: it finishes what it began, and begins nothing."""
        return self._native.active

    @property
    def number(self) -> int:
        """Of the action in its scenario, from 1: what `programmes.action` and `persons.programme` say."""
        return self._native.number

    @property
    def replicate(self) -> int:
        return self._native.replicate

    @property
    def codes(self) -> Codes:
        lists = self._lists
        return Codes(lambda: lists)

    def _table(self, kind: str) -> _native.StateTable:
        return self._native.table(kind)

    def _set(self, name: str) -> Array:
        return self._native.ids(name)

    # draws

    def draws(self, ids: Ids, what: int | str | None = None, of: str = "persons", numbers: int | None = None) -> Array:
        """Uniform numbers in (0, 1), one for each id: of this month, or with `what` (a number below 65536, or a word) the same
        in every month. They come from seed, replicate, the name of the action, the id's own key and the month or `what`
        alone: two scenarios give the same person the same luck, whatever else happens in them.

        of       "persons", "posts" or "establishments"
        numbers  that many for each id, one after the other: an array of (ids, numbers). Asked twice, the same numbers come
                 again: two decisions of one month take two numbers.
        """
        if of not in ("persons", "posts", "establishments"):
            raise UsageError((f"of: {of!r} write 'persons', 'posts' or 'establishments'",
                              f"of\u00a0: {of!r} écrivez 'persons', 'posts' ou 'establishments'"))
        number = _native.draw_number(what) if isinstance(what, str) else what
        if number is not None and (not hasattr(number, "__index__") or not 0 <= number < 0x10000):
            raise UsageError((f"what: {what!r} write a word, or a whole number below 65536",
                              f"what\u00a0: {what!r} écrivez un mot, ou un entier sous 65536"))
        drawn = self._native.draws(_ids(ids), of, number, 1 if numbers is None else numbers)
        return drawn[:, 0] if numbers is None else drawn

    def adopted(self, ids: Ids, take_up: float, ramp: float, of: str = "establishments") -> Array:
        """Who has taken the action up by now, as the actions of the catalogue do: each has a place on a straight curve that
        reaches the share `take_up` after `ramp` months."""
        return self._native.adopted(_ids(ids), of, float(take_up), float(ramp))

    def windfall(self, ids: Ids, share: float, of: str = "persons") -> Array:
        """Whose case would have happened without the action (the same in every month): it costs, and changes nothing."""
        return self._native.windfall(_ids(ids), of, float(share))

    @property
    def enrolled(self) -> Array:
        """Ids of those whom this action follows, tutors left out."""
        return self._native.enrolled()

    @property
    def supported(self) -> Array:
        """Ids of the establishments that this action supports."""
        return self._native.supported()

    def places_left(self, capacity: float) -> int:
        """How many more may begin: `capacity` less those enrolled; none once the action is over."""
        return max(0, int(capacity) - len(self.enrolled)) if self.active else 0

    # proposals: people

    def separate(self, persons: Ids, how: str = "quit") -> None:
        """Ends their posts; they become unemployed. how: quit, layoff, contract_end, other..."""
        self._native.separate(_ids(persons), how)

    def hire(self, persons: Ids, posts: Ids, contract: str = "open_ended", mastery: float | None = None) -> None:
        """Puts each in a vacant post; who holds another leaves it. mastery: of its occupation (None: what they bring)."""
        for person, post in self._pairs(persons, posts):
            self._native.hire(person, post, contract, mastery)

    def place(self, persons: Ids, posts: Ids, contract: str = "open_ended", mastery: float | None = None,
              along_link: bool = False) -> None:
        """The same, told in results as brought about by the action."""
        for person, post in self._pairs(persons, posts):
            self._native.place(person, post, contract, mastery, along_link)

    def promote(self, persons: Ids, posts: Ids, mastery: float | None = None) -> None:
        """Moves workers to vacant posts of their own establishment."""
        for person, post in self._pairs(persons, posts):
            self._native.promote(person, post, mastery)

    def become(self, persons: Ids, status: str, occupation: int | None = None) -> None:
        """Unemployed, inactive or outside; who holds a post leaves it. An occupation may come with it."""
        self._native.become(_ids(persons), status, occupation)

    def convert_contract(self, persons: Ids, contract: str = "open_ended") -> None:
        self._native.convert_contract(_ids(persons), contract)

    def learn(self, persons: Ids, mastery: Any) -> None:
        """Sets the mastery of their occupation, in [0, 1]."""
        array = _ids(persons)
        self._native.learn(array, _each(array, mastery))

    def enrol(self, persons: Ids, months: int, *, partners: Ids = None, posts: Ids = None, establishments: Ids = None,
              occupation: int | None = None, mastery: float = 0.0, learning_boost: float = 1.0,
              partner_working_share: float = 1.0, working_share: float = 1.0, retirement_share: float = 1.0,
              into_training: bool = False, wide_reach: bool = False) -> None:
        """Follows people for some months; call `complete` when `programmes.until` has come.

        partners          tutors, one for each
        posts             vacancies kept free for each, until the enrolment ends
        into_training     people without a post get the status training, with `occupation` and `mastery` if given
        learning_boost    multiplies the speed of learning; working_share, partner_working_share: time left for production
        retirement_share  chance that a retirement due is not put off
        wide_reach        they look for work further away (the class says wide_reach = True)
        """
        array = _ids(persons)
        lists: list[list[int | None]] = [
            [None] * len(array) if given is None else [_one(one) for one in np.broadcast_to(given, array.shape)]
            for given in (partners, posts, establishments)]
        for person, partner, post, establishment in zip(array.tolist(), *lists):
            self._native.enrol(person, {
                "months": months, "partner": partner, "post": post, "establishment": establishment,
                "occupation": occupation, "mastery": mastery, "learning_boost": learning_boost,
                "partner_working_share": partner_working_share, "working_share": working_share,
                "retirement_share": retirement_share, "into_training": into_training, "wide_reach": wide_reach})

    def complete(self, persons: Ids, extra_applications: int = 0) -> None:
        """Ends their enrolment; those in training are unemployed again, with so many more applications a month."""
        self._native.complete(_ids(persons), extra_applications)

    def complete_finished(self) -> None:
        """Ends the enrolments whose months are over."""
        mine = self.enrolled
        programmes = self.programmes
        until = np.full(len(self.persons), np.iinfo(np.int16).max, np.int16)
        until[programmes.person] = programmes.until
        self.complete(mine[until[mine] <= self.index])

    def die(self, persons: Ids) -> None:
        self._native.die(_ids(persons))

    def retire(self, persons: Ids) -> None:
        self._native.retire(_ids(persons))

    def leave_territory(self, persons: Ids) -> None:
        self._native.leave_territory(_ids(persons))

    def arrive(self, *, zone: int, occupation: int, age: int, sex: str, education: str = "bac",
               status: str = "unemployed", mastery: float = 0.5) -> None:
        """Somebody moves in, without a post."""
        self._native.arrive(age, sex, education, status, zone, occupation, mastery)

    def recruit(self, post: int, *, zone: int, age: int, sex: str, education: str = "bac", mastery: float = 0.5,
                contract: str = "open_ended") -> None:
        """Somebody from elsewhere moves in to take a vacant post."""
        self._native.recruit(int(post), contract, age, sex, education, zone, mastery)

    # proposals: posts and establishments

    def open_post(self, cells: Ids) -> None:
        """Adds a vacant post to each cell; its employer decides when to recruit."""
        self._native.open_post(_ids(cells))

    def cut_post(self, posts: Ids) -> None:
        self._native.cut_post(_ids(posts))

    def open_vacancy(self, posts: Ids, reason: str = "replacement") -> None:
        """The employer starts to recruit for a vacant post. reason: replacement or growth."""
        self._native.open_vacancy(_ids(posts), reason)

    def abandon_vacancy(self, posts: Ids) -> None:
        """The employer gives up: the post is cut."""
        self._native.abandon_vacancy(_ids(posts))

    def relieve(self, persons: Ids) -> None:
        """Their successors are looked for before they leave: a second post beside theirs, which goes with them."""
        self._native.relieve(_ids(persons))

    def scale_target(self, cells: Ids, factor: Any) -> None:
        """Multiplies the posts that cells want."""
        array = _ids(cells)
        self._native.scale_target(array, _each(array, factor))

    def close(self, establishments: Ids) -> None:
        """For good: people are laid off, posts destroyed."""
        self._native.close(_ids(establishments))

    def support(self, establishments: Ids, months: int, *, quits: float = 1.0, attraction: float = 1.0,
                closing: float = 1.0, from_inside: float = 0.0) -> None:
        """Changes how establishments fare: factors on quits, on attracting applicants, on closing when the owner leaves; an
        addition to the chance that an employee takes over. Call `withdraw` to end it."""
        self._native.support(_ids(establishments), months, quits, attraction, closing, from_inside)

    def withdraw(self, establishments: Ids) -> None:
        self._native.withdraw(_ids(establishments))

    def count(self, what: str, units: float = 1.0) -> None:
        """Counts what no enrolment nor support shows, in the volumes of results: start, month, establishment."""
        self._native.count(what, float(units))

    @staticmethod
    def _pairs(first: Ids, second: Ids) -> list[tuple[int, int]]:
        one, other = _ids(first), _ids(second)
        if one.shape != other.shape:
            raise UsageError((f"{len(one)} persons and {len(other)} posts: one post for each",
                              f"{len(one)} personnes et {len(other)} postes\u00a0: un poste pour chacune"))
        return list(zip(one.tolist(), other.tolist()))

    def __repr__(self) -> str:
        return f"<Month {self.date}>"


class OwnParameter:
    """A number of an action or process of your own, with what it means."""

    def __init__(self, default: float, *, unit: str = "1", least: float = -np.inf, most: float = np.inf, meaning: str = ""):
        self.default, self.unit, self.least, self.most, self.meaning = default, unit, least, most, meaning

    def check(self, name: str, value: object) -> float:
        try:
            number = float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            number = float("nan")
        if not self.least <= number <= self.most:
            raise UsageError((f"{name}: {value!r} is not a number from {self.least:g} to {self.most:g} [{self.unit}]",
                              f"{name}\u00a0: {value!r} n'est pas un nombre de {self.least:g} à {self.most:g} [{self.unit}]"))
        return number


class OwnAction:
    """An action written in Python; `scenario.with_action(MyAction(start="2014-01"))` adds it.

    >>> class StayLonger(releve.OwnAction):
    ...     changes = {"convert_contract"}
    ...     parameters = {"share": releve.OwnParameter(0.1, unit="1/month", least=0, most=1)}
    ...
    ...     def step(self, month):
    ...         persons = month.persons
    ...         fixed = np.flatnonzero(persons.contract == month.codes.number("contract", "fixed_term"))
    ...         fixed = fixed[persons.post[fixed] != releve.NONE]
    ...         if month.active:
    ...             month.convert_contract(fixed[month.draws(fixed) < self.share])

    name        what results call it and its luck comes from: by default the name of the class, in lower case
    start, end  first and last month in which it may begin anything; the whole run when None
    changes     names of all that it may propose: the methods of `releve.Month` that it calls
    parameters  name -> OwnParameter; each is an attribute, and an argument of the constructor
    wide_reach  True if it lets people look for work further away

    `step(month)` is called every month from `start` to the end of the run, so that it can finish what it began
    (`month.active` tells). Each run steps a copy of the object: what it keeps in `self` is of its own run.
    """
    name: str = ""
    start: str | None = None
    end: str | None = None
    changes: Collection[str] = ()
    parameters: Mapping[str, OwnParameter] = {}
    wide_reach: bool = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if not cls.__dict__.get("name"):
            cls.name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower().strip("_")
        if isinstance(cls.changes, str):
            cls.changes = {cls.changes}
        for parameter, told in cls.parameters.items():
            if hasattr(OwnAction, parameter):
                raise UsageError((f"{cls.__name__}: a parameter cannot be called {parameter!r}",
                                  f"{cls.__name__}\u00a0: un paramètre ne peut s'appeler {parameter!r}"))
            setattr(cls, parameter, told.default)

    def __init__(self, *, start: str | None = None, end: str | None = None, name: str | None = None, **parameters: object):
        self.start = start if start is not None else self.start
        self.end = end if end is not None else self.end
        self.name = name or self.name
        for parameter, value in parameters.items():
            if parameter not in self.parameters:
                known = ", ".join(["start", "end", "name", *self.parameters])
                raise UsageError((f"{type(self).__name__}: unknown parameter {parameter!r} (it has {known})",
                                  f"{type(self).__name__}\u00a0: paramètre inconnu «\u00a0{parameter}\u00a0» (il a {known})"))
            setattr(self, parameter, self.parameters[parameter].check(parameter, value))

    def step(self, month: Month) -> None:
        """What it does in one month."""
        raise NotImplementedError(f"{type(self).__name__}.step")

    def _step(self, native: _native.OwnMonth, codes: CodeTable) -> None:
        self.step(Month(native, codes))

    def _copy(self) -> OwnAction:
        try:
            return copy.deepcopy(self)
        except Exception as error:
            raise UsageError((f"{self.name}: the object cannot be copied ({error}); each run steps a copy of its own: keep "
                              "files, locks and the like outside of it",
                              f"{self.name}\u00a0: l'objet ne peut être copié ({error})\u00a0; chaque tirage suit sa propre "
                              "copie\u00a0: gardez fichiers, verrous, etc. hors de lui")) from error

    def __repr__(self) -> str:
        told = [f"{key}={getattr(self, key)!r}" for key in ("start", "end", *self.parameters)
                if getattr(self, key) is not None]
        return f"{type(self).__name__}({', '.join(told)})"


class OwnProcess(OwnAction):
    """A process written in Python: an action without end, that acts from the first month on unless told otherwise."""

    def __init__(self, *, start: str | None = None, name: str | None = None, **parameters: object):
        if "end" in parameters:
            raise UsageError((f"{type(self).__name__}: a process has no end make it an OwnAction",
                              f"{type(self).__name__} : un processus n'a pas de fin faites-en une OwnAction"))
        super().__init__(start=start, end=None, name=name, **parameters)


Step = Callable[[Month], None]


class _Function(OwnAction):
    """An action that is one function."""

    def __init__(self, function: Step, name: str, start: str | None, end: str | None, changes: Collection[str],
                 wide_reach: bool):
        super().__init__(start=start, end=end, name=name)
        self.function = function
        self.changes = {changes} if isinstance(changes, str) else changes
        self.wide_reach = wide_reach

    def step(self, month: Month) -> None:
        self.function(month)

    def __call__(self, month: Month) -> None:
        self.function(month)

    def __repr__(self) -> str:
        return f"own action {self.name}"


def own_action(*, changes: Collection[str], start: str | None = None, end: str | None = None, name: str | None = None,
               wide_reach: bool = False) -> Callable[[Step], OwnAction]:
    """Makes an action of a function of the month, which must remember nothing from one month to the next.

    >>> @releve.own_action(changes={"separate"}, start="2014-01")
    ... def early_quits(month):
    ...     month.separate(...)
    >>> plan = base.with_action(early_quits)
    """
    def made(function: Step) -> OwnAction:
        return _Function(function, name or function.__name__, start, end, changes, wide_reach)
    return made


def own_action_of(given: Union[OwnAction, object]) -> OwnAction:
    """UsageError for anything else."""
    if isinstance(given, OwnAction):
        return given
    if isinstance(given, type) and issubclass(given, OwnAction):
        raise UsageError((f"with_action: {given.__name__} is a class give an object of it: {given.__name__}(...)",
                          f"with_action\u00a0: {given.__name__} est une classe donnez un objet\u00a0: {given.__name__}(...)"))
    raise UsageError((f"with_action: {type(given).__name__} is no action write the name of one, or an object of a class made "
                      "from releve.OwnAction",
                      f"with_action\u00a0: {type(given).__name__} n'est pas une action écrivez le nom de l'une, ou un objet "
                      "d'une classe faite sur releve.OwnAction"))

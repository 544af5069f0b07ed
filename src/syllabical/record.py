"""Records: classes of named values, as quick to define as to make.

A dataclass writes the source of six methods and compiles it when its module is imported: half a
millisecond each, which for all of ours is longer than reading a page. These are msgspec Structs,
whose methods are there already; for whoever writes, compares or matches one, a record is a
dataclass that is frozen and has slots.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, overload

import msgspec

_Kind = TypeVar("_Kind")
_ITS_OWN = ("__dict__", "__weakref__", "__annotate_func__", "__annotations_cache__")


class _Aside:
    """A field that comparing two records passes over."""

    __slots__ = ("default",)

    def __init__(self, default: object) -> None:
        self.default = default


def field(
    *,
    default: Any = msgspec.NODEFAULT,  # noqa: ANN401 (a field may be of any type)
    default_factory: Callable[[], Any] | None = None,
    compare: bool = True,
) -> Any:  # noqa: ANN401
    """A field that is made anew for each record, or that says nothing of what the record is."""
    if default_factory is not None:
        default = msgspec.field(default_factory=default_factory)
    return default if compare else _Aside(default)


@overload
def record(kind: type[_Kind], /) -> type[_Kind]: ...
@overload
def record(
    *, kw_only: bool = ..., frozen: bool = ..., eq: bool = ..., cached: bool = ...
) -> Callable[[type[_Kind]], type[_Kind]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    kind: type[_Kind] | None = None,
    /,
    *,
    kw_only: bool = False,
    frozen: bool = True,
    eq: bool = True,
    cached: bool = False,
) -> type[_Kind] | Callable[[type[_Kind]], type[_Kind]]:
    """Make a record of a class; `cached` where it has properties that are worked out once."""

    def made(kind: type[_Kind]) -> type[_Kind]:
        names = {name: value for name, value in vars(kind).items() if name not in _ITS_OWN}
        # From Python 3.14 on a class works its annotations out when it is asked for them (PEP 649).
        names["__annotations__"] = kind.__annotations__
        aside = [name for name, value in names.items() if isinstance(value, _Aside)]
        for name in aside:
            names[name] = names[name].default
        if aside:
            compared = [name for name in names["__annotations__"] if name not in aside]
            names["__eq__"], names["__hash__"] = _comparison(attrgetter(*compared))
        struct = msgspec.StructMeta(
            kind.__name__,
            (msgspec.Struct,),
            names,
            kw_only=kw_only,
            frozen=frozen,
            eq=eq and not aside,
            dict=cached,
        )
        return cast("type[_Kind]", struct)

    return made if kind is None else made(kind)


def _comparison(
    values: Callable[[Any], Any],
) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    """How records are compared and hashed of which only some values count."""

    def equal(one: object, other: object) -> bool:
        return values(one) == values(other) if type(one) is type(other) else NotImplemented

    def hashed(one: object) -> int:
        return hash(values(one))

    return equal, hashed


def replace(record: _Kind, **changes: object) -> _Kind:
    """The same record with some of its values changed."""
    return cast("_Kind", msgspec.structs.replace(cast("msgspec.Struct", record), **changes))

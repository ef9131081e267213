"""A tree of schema 2 → a dossier. Strict on shapes, kind to ids it does not know; raises DossierError with the place."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.limits import DossierError, check_text
from fii_widgets.dossier.records import (
    Action,
    ActionState,
    Change,
    Dossier,
    Event,
    Member,
    Openness,
    Place,
    Review,
    ReviewState,
    Rhythm,
    Side,
    Text,
    Value,
)

ITEM_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._-]{0,79}")
RECORD_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}")
#: as in dossier-shapes.js: a time that both can read, in any zone, and after which there is still a later one
TIME = re.compile(
    r"(?!000[01]|9999)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?",
    re.ASCII,
)
#: what each setting may say; None: any words
SETTINGS: Mapping[str, type[StrEnum] | None] = {"name": None, "rhythm": Rhythm, "team": Openness}
EVENTS = ("opened", "undone", "wiped", "merged")


def read_dossier(tree: Mapping[str, Any], file: str = "") -> Dossier:
    """Read a tree of schema 2. Guarantees: every id and time is well-formed. Raises DossierError."""
    return _Reader(file).dossier(tree)


class _Reader:
    """Reads one file; every method takes a place for the message."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, where: str) -> DossierError:
        return DossierError("shape", self.file, where)

    def dossier(self, tree: Mapping[str, Any]) -> Dossier:
        known = {"schema", "kind", *(one for one in Dossier.__dataclass_fields__)}
        if strange := sorted(set(tree) - known):
            raise self.fail(strange[0][:40])
        versions = self.items(tree.get("versions", {}), "versions", self.version, path=True)
        return Dossier(
            edition=self.string(tree.get("edition"), "edition"),
            content=self.string(tree.get("content", ""), "content"),
            saved=self.time(tree.get("saved"), "saved"),
            **{name: self.setting(tree.get(name), name, allowed) for name, allowed in SETTINGS.items()},
            member=self.reference(tree.get("member", ""), "member", RECORD_ID),
            answers=self.items(tree.get("answers", {}), "answers", self.answer),
            reviews=self.items(tree.get("reviews", {}), "reviews", self.review, RECORD_ID),
            actions=self.items(tree.get("actions", {}), "actions", self.action, RECORD_ID),
            members=self.items(tree.get("members", {}), "members", self.member, RECORD_ID),
            places=self.items(tree.get("places", {}), "places", self.place, RECORD_ID),
            versions=versions,
            history=tuple(self.event(one, f"history/{n}") for n, one in self.list_(tree.get("history", []), "history")),
        )

    # records ------------------------------------------------------------------------------------------------------

    def answer(self, value: object, where: str) -> Answer:
        tree = self.record(value, where, ("choice", "note", "at"))
        return Answer(
            choice=self.string(tree.get("choice", ""), f"{where}/choice"),
            note=self.string(tree.get("note", ""), f"{where}/note"),
            at=self.time(tree.get("at"), f"{where}/at"),
        )

    def text(self, value: object, where: str) -> Text:
        tree = self.record(value, where, ("at", "text"))
        return Text(at=self.time(tree.get("at"), f"{where}/at"), text=self.string(tree.get("text"), f"{where}/text"))

    def setting(self, value: object, where: str, allowed: type[StrEnum] | None = None) -> Text | None:
        return None if value is None else self.chosen(value, where, allowed)

    def chosen(self, value: object, where: str, allowed: type[StrEnum] | None) -> Text:
        found = self.text(value, where)
        if allowed and found.text not in {one.value for one in allowed}:
            raise self.fail(f"{where}/text")
        return found

    def review(self, value: object, where: str) -> Review:
        tree = self.record(value, where, Review.__dataclass_fields__)
        phases = [one for _, one in self.list_(tree.get("phases", []), f"{where}/phases")]
        if not all(type(one) is int and 1 <= one <= 6 for one in phases) or phases != sorted(set(phases)):
            raise self.fail(f"{where}/phases")
        return Review(
            at=self.time(tree.get("at"), f"{where}/at"),
            date=self.day(tree.get("date"), f"{where}/date"),
            next=self.day(tree.get("next", ""), f"{where}/next", empty=True),
            phases=tuple(phases),
            state=self.one_of(ReviewState, tree.get("state"), f"{where}/state"),
            present=tuple(
                self.string(one, f"{where}/present") for _, one in self.list_(tree.get("present", []), where)
            ),
            agenda=self.string(tree.get("agenda", ""), f"{where}/agenda"),
            lights=self.items(tree.get("lights", {}), f"{where}/lights", self.string),
            notes=self.items(tree.get("notes", {}), f"{where}/notes", self.text),
            decisions=self.items(tree.get("decisions", {}), f"{where}/decisions", self.text, RECORD_ID),
            corrections=self.items(tree.get("corrections", {}), f"{where}/corrections", self.text, RECORD_ID),
        )

    def action(self, value: object, where: str) -> Action:
        tree = self.record(value, where, Action.__dataclass_fields__)
        return Action(
            at=self.time(tree.get("at"), f"{where}/at"),
            text=self.string(tree.get("text"), f"{where}/text"),
            item=self.reference(tree.get("item", ""), f"{where}/item", ITEM_ID),
            review=self.reference(tree.get("review", ""), f"{where}/review", RECORD_ID),
            owner=self.string(tree.get("owner", ""), f"{where}/owner"),
            due=self.day(tree.get("due", ""), f"{where}/due", empty=True),
            state=self.one_of(ActionState, tree.get("state"), f"{where}/state"),
        )

    def member(self, value: object, where: str) -> Member:
        tree = self.record(value, where, Member.__dataclass_fields__)
        return Member(
            at=self.time(tree.get("at"), f"{where}/at"),
            label=self.string(tree.get("label", ""), f"{where}/label"),
            role=self.string(tree.get("role", ""), f"{where}/role"),
            side=self.one_of(Side, tree.get("side", Side.OTHER), f"{where}/side"),
            gone=self.yes_no(tree.get("gone", False), f"{where}/gone"),
            answers=self.items(tree.get("answers", {}), f"{where}/answers", self.answer),
        )

    def place(self, value: object, where: str) -> Place:
        tree = self.record(value, where, Place.__dataclass_fields__)
        return Place(
            at=self.time(tree.get("at"), f"{where}/at"),
            label=self.string(tree.get("label", ""), f"{where}/label"),
            gone=self.yes_no(tree.get("gone", False), f"{where}/gone"),
            answers=self.items(tree.get("answers", {}), f"{where}/answers", self.answer),
        )

    def version(self, value: object, where: str) -> tuple[Value, ...]:
        read = self.by_path(where.removeprefix("versions/").split("/"), where)
        return tuple(read(one, where) for _, one in self.list_(value, where))

    def by_path(self, parts: list[str], where: str) -> Callable[[object, str], Value]:
        """Say what stands in the register of a path; see records. Parts with a register of their own are left out."""
        match parts:
            case [item] if ITEM_ID.fullmatch(item):
                return self.answer
            case ["settings", "name" | "rhythm" | "team" as name]:
                return lambda value, where: self.chosen(value, where, SETTINGS[name])
            case ["actions", id_] if RECORD_ID.fullmatch(id_):
                return self.action
            case ["reviews", id_] if RECORD_ID.fullmatch(id_):
                return lambda value, where: replace(self.review(value, where), notes={}, decisions={}, corrections={})
            case ["reviews", id_, "notes", item] if RECORD_ID.fullmatch(id_) and ITEM_ID.fullmatch(item):
                return self.text
            case ["reviews", id_, "decisions" | "corrections", own] if all(map(RECORD_ID.fullmatch, (id_, own))):
                return self.text
            case ["members", id_] if RECORD_ID.fullmatch(id_):
                return lambda value, where: replace(self.member(value, where), answers={})
            case ["places", id_] if RECORD_ID.fullmatch(id_):
                return lambda value, where: replace(self.place(value, where), answers={})
            case ["members" | "places", id_, item] if RECORD_ID.fullmatch(id_) and ITEM_ID.fullmatch(item):
                return self.answer
            case _:
                raise self.fail(where[:80])

    def event(self, value: object, where: str) -> Event:
        tree = self.record(value, where, ("at", "event", "file", "changes"))
        changes = self.list_(tree.get("changes"), f"{where}/changes")
        if tree.get("event") not in EVENTS:
            raise self.fail(f"{where}/event")
        return Event(
            at=self.time(tree.get("at"), f"{where}/at"),
            event=str(tree["event"]),
            file=self.string(tree["file"], f"{where}/file") if "file" in tree else None,
            changes=tuple(self.change(one, f"{where}/changes/{n}") for n, one in changes),
        )

    def change(self, value: object, where: str) -> Change:
        tree = self.record(value, where, ("item", "before", "after"))
        before, after = tree.get("before"), tree.get("after")
        return Change(
            item=self.reference(tree.get("item") or None, f"{where}/item", ITEM_ID),
            before=None if before is None else self.answer(before, where),
            after=None if after is None else self.answer(after, where),
        )

    # shapes -------------------------------------------------------------------------------------------------------

    def record(self, value: object, where: str, keys: Iterable[str]) -> Mapping[str, Any]:
        if not isinstance(value, Mapping) or set(value) - set(keys):
            raise self.fail(where)
        return value

    def items[T](
        self,
        value: object,
        where: str,
        read: Callable[[object, str], T],
        ids: re.Pattern[str] = ITEM_ID,
        path: bool = False,
    ) -> dict[str, T]:
        if not isinstance(value, Mapping):
            raise self.fail(where)
        for id_ in value:
            if not path and not ids.fullmatch(id_):
                raise self.fail(f"{where}/{id_[:80]}")
        return {id_: read(value[id_], f"{where}/{id_}") for id_ in sorted(value)}

    def list_(self, value: object, where: str) -> list[tuple[int, Any]]:
        if not isinstance(value, list):
            raise self.fail(where)
        return list(enumerate(value))

    def string(self, value: object, where: str) -> str:
        if not isinstance(value, str):
            raise self.fail(where)
        check_text(value, self.file)
        return value

    def reference(self, value: object, where: str, ids: re.Pattern[str]) -> str:
        if not isinstance(value, str) or (value and not ids.fullmatch(value)):
            raise self.fail(where)
        return value

    def time(self, value: object, where: str) -> str:
        if not isinstance(value, str) or not TIME.fullmatch(value):
            raise self.fail(where)
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise self.fail(where) from None
        return value

    def day(self, value: object, where: str, *, empty: bool = False) -> str:
        if empty and value == "":
            return ""
        try:
            if not isinstance(value, str) or date.fromisoformat(value).isoformat() != value:
                raise ValueError
        except ValueError:
            raise self.fail(where) from None
        return value

    def one_of[E: StrEnum](self, kind: type[E], value: object, where: str) -> E:
        if not isinstance(value, str) or value not in {one.value for one in kind}:
            raise self.fail(where)
        return kind(value)

    def yes_no(self, value: object, where: str) -> bool:
        if not isinstance(value, bool):
            raise self.fail(where)
        return value

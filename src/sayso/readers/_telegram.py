"""Telegram: the messages of a channel or chat as its desktop program exports them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.model import Document, Unread
from sayso.readers._contents import document
from sayso.readers._days import day

__all__ = ["is_export", "messages"]


def is_export(value: Any) -> bool:  # JSON may hold anything
    """Tell whether a JSON value is a chat with its messages, or an account with its chats."""
    return isinstance(value, dict) and (isinstance(value.get("messages"), list) or _chats(value) != [])


def messages(path: Path, value: Mapping[str, Any], sha256: str) -> Iterator[Document | Unread]:
    """Yield a document for each message that has words; service messages and those with pictures only are passed over.

    The outlet is the chat's name, or who wrote a message that was passed on; the author, in a group, is the member.
    """
    for chat in [value] if isinstance(value.get("messages"), list) else _chats(value):
        for number, message in enumerate(chat["messages"], 1):
            if not isinstance(message, dict):
                yield Unread(f"{path}: message {number}", "not a message's object")
            elif message.get("type", "message") == "message" and (text := _text(message.get("text"))).strip():
                yield _document(path, chat, message, text, sha256)


def _document(path: Path, chat: Mapping[str, Any], message: Mapping[str, Any], text: str, sha256: str) -> Document:
    name, origin = _words(chat.get("name")), _words(message.get("forwarded_from"))
    sender = _words(message.get("from"))
    found = day(str(message.get("date", "")))
    notes = (f"passed on by {name or 'the chat'}",) if origin else ()
    return document(
        path,
        text,
        "telegram 1",
        sha256=sha256,
        name=f"{name or path.stem} {message.get('id', '')}".strip(),
        outlet=origin or name,
        author=sender if sender != name else None,
        published=found.day if found else None,
        notes=notes,
    )


def _chats(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    chats = value.get("chats")
    found = chats.get("list") if isinstance(chats, dict) else None
    return [chat for chat in found if isinstance(chat, dict) and isinstance(chat.get("messages"), list)] if isinstance(found, list) else []


def _text(text: Any) -> str:
    """Return the words of a text, which is a string or a list of strings and of entities with a text."""
    if isinstance(text, list):
        return "".join(map(_text, text))
    return str(text.get("text", "")) if isinstance(text, dict) else text if isinstance(text, str) else ""


def _words(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None

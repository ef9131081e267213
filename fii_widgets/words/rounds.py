"""The Dutch words of rounds: a list that is filled in again, and what changed since. No logic."""

WORDS: dict[str, str] = {
    "what_round": "De ronde van {date}",
    "said_round": "gesloten op {date}, met {answers} antwoorden",
}

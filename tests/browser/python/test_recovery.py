"""Python may fall over, tabs may write at once: no answer is lost and the summary comes back."""

import pytest

from tests.browser.conftest import Launch, Place, Shared
from tests.browser.handbook import DOSSIER, choose, forget_all, goto, kept, page_of, sums_up
from tests.browser.served import Server
from tests.proof import tabs

#: Before the page's scripts: remember every worker, so that a test can kill it as a browser short of memory does.
#: `killing` kills one as soon as it has taken a question; the ten seconds in which it might still answer pass at once.
REMEMBER = """const Real = Worker, later = setTimeout; window.made = []; window.killing = false; let killed = false;
window.Worker = class extends Real {
  constructor(...a) {
    super(...a); window.made.push(this);
    this.addEventListener('message', ({data}) => {
      if (!window.killing || data.kind !== 'taken') return;
      this.terminate(); window.killing = false; killed = true;
    });
  }
};
window.setTimeout = (work, wait, ...more) => {
  const passes = killed && wait === 10_000;
  if (passes) killed = false;
  return later(work, passes ? 0 : wait, ...more);
};"""


def test_a_killed_worker_is_replaced(launch: Launch, kind: str, place: Place, full: bool) -> None:
    tab = launch(kind, init=REMEMBER).tab()
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-01", "rood")
    sums_up(tab, "stoplicht-1", "1 punt staat op rood")
    items = ("s1-02", "s1-03") if full else ("s1-02",)
    for killed, item in enumerate(items):
        tab.evaluate(f"window.made[{killed}].terminate()")
        choose(tab, item, "rood")
        sums_up(tab, "stoplicht-1", f"{killed + 2} punten staan op rood")
        kept(tab)
    assert tab.evaluate("window.made.length") == len(items) + 1

    tab.evaluate("(() => { window.killing = true; })()")
    choose(tab, "s1-04", "rood")
    sums_up(tab, "stoplicht-1", f"{len(items) + 2} punten staan op rood")
    kept(tab)
    assert tab.call("(least) => [window.killing, window.made.length >= least]", len(items) + 2) == [False, True]


@pytest.mark.no_python
def test_four_tabs_lose_no_write(shared: Shared, kind: str, place: Place, full: bool) -> None:
    browser = shared(kind)
    tab = browser.tab()
    forget_all(tab, place)
    tab.close()
    tabs.four_tabs(browser, place, tabs.WRITES if full else tabs.WRITES // 10)


def test_an_answer_in_one_tab_shows_in_the_other(shared: Shared, kind: str, server: Server) -> None:
    place = Place("http", server.url)
    browser = shared(kind)
    one, two = browser.tab(), browser.tab()
    goto(one, page_of(place, "stoplicht-1"))
    goto(two, place.url(DOSSIER, "#stoplicht-1"))
    choose(one, "s1-05", "oranje")
    two.wait_until("""() => document.querySelector('[name="s1-05"][value="oranje"]').checked""")
    sums_up(two, "stoplicht-1", "1 punt staat op oranje")
    one.close()
    two.close()

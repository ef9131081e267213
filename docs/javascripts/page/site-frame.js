// Loaded by init.js on every page: the theme button, open panels on a wide screen, the foot of a print.
// Must not be needed: menu and contents are native details elements and work without it.

const KEY = "fii-theme";

/** Start everything around the text. Safe to call once a page; never throws. */
export function start() {
  themeButton();
  menu();
  openWhereThereIsRoom();
  printFoot();
}

/** Two states; going back to what the device prefers forgets the choice. */
function themeButton() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-fii-theme]"));
  if (!button) return;
  const root = document.documentElement;
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    const own = (next === "dark") === prefersDark.matches;
    if (own) delete root.dataset.theme;
    else root.dataset.theme = next;
    remember(own ? null : next);
    show();
  });
  prefersDark.addEventListener("change", show);
  show();
  button.hidden = false;
}

/** @param {string | null} theme */
function remember(theme) {
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    document.documentElement.dataset.themeStore = "off"; // the choice then holds for this page only
  }
}

/** On a phone the menu is a panel: Escape closes it and gives the focus back. */
function menu() {
  const panel = /** @type {HTMLDetailsElement | null} */ (document.querySelector("[data-fii-menu]"));
  const knob = panel?.querySelector("summary");
  if (!panel || !knob) return;
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open || knob.offsetParent === null) return;
    panel.open = false;
    knob.focus();
  });
}

/**
 * On a wide screen the menu stands beside the page whether it is open or not: CSS shows it. Open it all the same, so
 * that a menu longer than the screen is known to hold links, and can be scrolled by keyboard. Browsers without
 * ::details-content cannot be told by CSS to show a closed panel: there the page's contents are opened too.
 */
function openWhereThereIsRoom() {
  const which = CSS.supports("selector(::details-content)") ? "[data-fii-menu]" : "[data-fii-menu], [data-fii-toc]";
  const panels = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(which));
  const wide = window.matchMedia("(min-width: 64rem)");
  const follow = () => panels.forEach((panel) => (panel.open = wide.matches));
  wide.addEventListener("change", follow);
  follow();
}

/** The foot of a printed page reads a custom property: title, address and date cannot stand in a stylesheet. */
function printFoot() {
  const title = document.querySelector("h1")?.textContent?.trim() ?? document.title;
  const address = location.protocol === "file:" ? "" : location.host + location.pathname;
  const day = new Date().toLocaleDateString(document.documentElement.lang || "nl", { dateStyle: "long" });
  const lines = [title, [address, day].filter(Boolean).join(" · ")].map((line) => line.replace(/["\\\s]+/g, " "));
  document.documentElement.style.setProperty("--foot", `"${lines.join("\\A ")}"`);
}

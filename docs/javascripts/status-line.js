// Says where the answers are: kept here when, saved as a file when, or not kept. Must not claim what is not complete.

import { dossierState } from './dossier-state.js';
import { daysSince, say, sayAgo, sayCount, sayMoment } from './words.js';

const REMIND = { days: 7, changes: 10 };

/** @type {StatusLine[]} */
const lines = [];

export class StatusLine {
  /** @param {import('./widget.js').Widget} widget whose own status, alert and reminder elements it fills */
  constructor(widget) {
    this.root = widget.root;
    this.status = widget.own('data-fii-status');
    this.alert = widget.own('data-fii-alert');
    this.reminder = widget.own('data-fii-reminder');
    lines.push(this);
    const state = dossierState();
    const show = () => this.show(state);
    state.addEventListener('saved', show);
    state.addEventListener('answers', show);
    void state.ready.then(show);
  }

  /** @param {import('./dossier-state.js').DossierState} state */
  show(state) {
    const { trouble, marks } = state;
    const parts = state.name ? [say('status.dossier', { naam: state.name })] : [];
    parts.push(trouble ? say('status.not-kept') : state.isKept ? kept(marks) : say('status.keeping'));
    if (marks.file) parts.push(say('status.file', { geleden: sayAgo(marks.file) }));
    else if (marks.here) parts.push(say('status.no-file'));
    const reminder = remind(marks);
    if (!this.reminder && reminder) parts.push(reminder);
    setText(this.status, parts.join(' '));
    setText(this.reminder, reminder);
    // One alert a page: two would be read aloud twice.
    setText(this.alert, trouble && lineInUse() === this ? say(`store.${trouble.code}`) : '');
  }
}

/**
 * Change a text only when it differs: a live region would read the same words again.
 * @param {HTMLElement | null} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/**
 * @param {import('./answer-store.js').Marks} marks
 * @returns {string}
 */
function kept(marks) {
  return marks.here ? sayMoment('status.here', marks.here) : say('status.empty');
}

/**
 * @param {import('./answer-store.js').Marks} marks
 * @returns {string}
 */
function remind({ file, since, changes }) {
  if (changes >= REMIND.changes) return sayCount('reminder.changes', changes);
  const days = since ? daysSince(file ?? since) : 0;
  return changes > 0 && days >= REMIND.days ? sayCount('reminder.days', days) : '';
}

/** @returns {StatusLine | undefined} the innermost with the focus, else the first in the page: it is in no closed fold */
function lineInUse() {
  const inside = lines.filter((line) => line.root.contains(document.activeElement));
  const innermost = inside.find((line) => !inside.some((other) => other !== line && line.root.contains(other.root)));
  return innermost ?? lines.find((line) => !lines.some((other) => comesBefore(other.root, line.root)));
}

/**
 * @param {Node} one
 * @param {Node} other
 * @returns {boolean}
 */
function comesBefore(one, other) {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

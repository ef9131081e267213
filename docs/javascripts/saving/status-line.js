// Says where the answers are: kept here when, saved as a file when, or not kept. Must not claim what is not complete.

import { dossierState } from '../store/dossier-state.js';
import { isUnsure } from '../store/dossiers.js';
import { NEARLY_FULL } from '../store/room.js';
import { checks, refusedFields } from '../forms/field-check.js';
import { watchLeaving } from './leaving.js';
import { setText } from '../base/widget.js';
import { daysSince, say, sayAgo, sayCount, sayMoment } from '../base/words.js';

const REMIND = { days: 7, changes: 10 };

/** @type {StatusLine[]} */
const lines = [];

export class StatusLine {
  /** @param {import('../base/widget.js').Widget} widget whose own status, alert and reminder elements it fills */
  constructor(widget) {
    this.root = widget.root;
    this.status = widget.own('data-fii-status');
    this.alert = widget.own('data-fii-alert');
    this.reminder = widget.own('data-fii-reminder');
    const state = dossierState();
    if (lines.length === 0) watchLeaving(state);
    lines.push(this);
    const show = () => this.show(state);
    const { signal } = widget;
    signal.addEventListener('abort', () => lines.splice(lines.indexOf(this), 1));
    state.addEventListener('saved', show, { signal });
    state.addEventListener('answers', show, { signal });
    checks.addEventListener('refused', show, { signal });
    void state.ready.then(show);
  }

  /** @param {import('../store/dossier-state.js').DossierState} state */
  show(state) {
    const { trouble, marks, restored } = state;
    const parts = state.name ? [say('status.dossier', { naam: state.name })] : [];
    if (isUnsure && !trouble) parts.push(say('status.unsure'));
    parts.push(trouble ? say('status.not-kept') : state.isKept ? kept(marks) : say('status.keeping'));
    if (restored && !trouble) parts.push(sayMoment('status.restored', restored));
    const refused = refusedFields();
    if (refused.length > 0) parts.push(sayCount('status.refused', refused.length, { veld: nameOf(refused[0]) }));
    if (marks.file) parts.push(say('status.file', { geleden: sayAgo(marks.file) }));
    else if (marks.here) parts.push(say('status.no-file'));
    const reminder = full(state) || remind(marks);
    if (!this.reminder && reminder) parts.push(reminder);
    setText(this.status, parts.join(' '));
    setText(this.reminder, reminder);
    // One alert a page: two would be read aloud twice.
    setText(this.alert, trouble && lineInUse() === this ? say(`store.${trouble.code}`) : '');
  }
}

/**
 * @param {import('../store/answer-store.js').Marks} marks
 * @returns {string}
 */
function kept(marks) {
  return marks.here ? sayMoment('status.here', marks.here) : say('status.empty');
}

/**
 * @param {import('../store/answer-store.js').Marks} marks
 * @returns {string}
 */
function remind({ file, since, changes }) {
  if (changes >= REMIND.changes) return sayCount('reminder.changes', changes);
  const days = since ? daysSince(file ?? since) : 0;
  return changes > 0 && days >= REMIND.days ? sayCount('reminder.days', days) : '';
}

/**
 * @param {import('../store/dossier-state.js').DossierState} state
 * @returns {string} empty as long as a file has room
 */
function full(state) {
  return state.fullness >= NEARLY_FULL ? say('reminder.full', { deel: Math.floor(100 * state.fullness) }) : '';
}

/** @param {import('../forms/field-check.js').Field | undefined} field */
function nameOf(field) {
  const label = field?.labels?.[0];
  const named = label?.querySelector('.fii-record__label, .fii-item__text') ?? label;
  return (named?.textContent ?? '').trim().replace(/[?.:]$/, '');
}

/** @returns {StatusLine | undefined} the innermost with the focus, else the first that is seen, or the first in the page */
function lineInUse() {
  const inside = lines.filter((line) => line.root.contains(document.activeElement));
  const innermost = inside.find((line) => !inside.some((other) => other !== line && line.root.contains(other.root)));
  const seen = lines.filter((line) => line.alert?.parentElement?.checkVisibility());
  const first = (/** @type {StatusLine[]} */ some) => some.find((line) => !some.some((other) => comesBefore(other.root, line.root)));
  return innermost ?? first(seen) ?? first(lines);
}

/**
 * @param {Node} one
 * @param {Node} other
 * @returns {boolean}
 */
function comesBefore(one, other) {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

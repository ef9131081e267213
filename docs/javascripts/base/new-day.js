// Tells that another day began: a page may stay open for days. Must not know what a day is for.

import { today } from './words.js';

const PAUSE = 60_000;
const bell = new EventTarget();
let day = '';

/** @param {() => void} act */
export function onNewDay(act) {
  bell.addEventListener('day', act);
  if (day) return;
  day = today();
  document.addEventListener('visibilitychange', look);
  setInterval(look, PAUSE);
}

function look() {
  if (day === today()) return;
  day = today();
  bell.dispatchEvent(new Event('day'));
}

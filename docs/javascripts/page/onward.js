// A place that went to another page (aliassen.yml): its old address shows one line here, and this follows it.

import { stayKaal } from './kaal.js';

/** Follow the line that the address of this page names, now and later. */
export function start() {
  follow();
  addEventListener('hashchange', follow);
}

function follow() {
  const id = location.hash.slice(1);
  const link = id ? document.getElementById(id)?.querySelector('a[data-fii-onward]') : null;
  if (link instanceof HTMLAnchorElement) location.replace(stayKaal(link.href));
}

// What the team wants to discuss besides the lights: one list in the page, before a meeting or in a step of it. Must not judge.

import { whyRefused } from '../saving/leaving.js';
import { isSeen, onSeen } from '../base/seen.js';
import { newId } from '../base/random-id.js';
import { say } from '../base/words.js';
import { RecordList } from '../forms/record-list.js';
import { openOf, reviewsOf, standing } from '../facts/stored.js';

/** @typedef {import('../meetings/meetings-widget.js').MeetingsWidget} MeetingsWidget */

export class Topics {
  /** @param {MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.state = widget.state;
    this.box = widget.need('data-fii-topics-box');
    this.home = widget.need('data-fii-topics-home');
    this.list = new RecordList({
      list: widget.need('data-fii-topics'),
      template: widget.need('data-fii-topic-template'),
      change: (id, value) => this.#put(id, value),
      tell: (sentence) => widget.tell(sentence),
    });
    onSeen(this.box, () => this.show());
  }

  collect() {
    this.list.collect();
  }

  /**
   * Let the list stand somewhere else.
   * @param {HTMLElement} [place] before a meeting where nothing is named
   */
  standIn(place = this.home) {
    if (this.box.parentElement !== place) place.append(this.box);
    this.box.classList.toggle('is-bezig', place !== this.home);
  }

  show() {
    if (!isSeen(this.box)) return;
    const here = this.widget.openId;
    this.list.offer('review', here ? [[here, say('topic.discussed')]] : []);
    this.list.show(this.state.under('topics/').filter(([, topic]) => isFor(topic, here)));
  }

  /** Begin a new one; the focus goes to it. */
  add() {
    const id = newId('t');
    if (this.#put(id, emptyTopic())) return;
    this.list.focus(id);
    this.widget.tell(say('topic.added'));
  }

  /**
   * What is said of a topic, is said in the meeting that is held.
   * @param {string} id
   * @param {Record<string, any>} value
   */
  #put(id, value) {
    const isSaid = value['said'].trim() && !this.list.values.get(id)?.['said']?.trim();
    return this.widget.put(`topics/${id}`, isSaid && !value['review'] ? { ...value, review: this.widget.openId } : value);
  }
}

/**
 * @param {{review: string}} topic
 * @param {string} here the meeting that is held; empty for none
 * @returns {boolean} whether it is still to be discussed, or discussed in this one
 */
function isFor({ review }, here) {
  return !review || review === here;
}

/**
 * @param {{text?: string, item?: string}} [parts]
 */
function emptyTopic({ text = '', item = '' } = {}) {
  return { text, item, review: '', said: '' };
}

/**
 * Put a point on the agenda: of the meeting that is held, or of the next one.
 * @param {import('../store/dossier-state.js').DossierState} state
 * @param {string} item that it is about
 * @param {string} punt its words
 * @returns {string} what was done
 */
export function discuss(state, item, punt) {
  const here = openOf(reviewsOf(state))?.[0] ?? '';
  const isKnown = standing(state, 'topics/').some(([, topic]) => topic.item === item && isFor(topic, here));
  if (isKnown) return say('topic.known', { punt });
  return state.put(`topics/${newId('t')}`, emptyTopic({ text: punt, item })) ? say('topic.kept', { punt }) : whyRefused();
}

// The team on /dossier/: members, their blind copies, merging, what they chose. Must not count or compare: Python does.

import { makeText } from '../file/dossier-file.js';
import { datedName, giveFile } from '../base/give-file.js';
import { instrumentName, pageInstruments } from '../forms/forms.js';
import { changedIn, givenIn } from '../forms/given.js';
import { isSeen, onSeen } from '../base/seen.js';
import { askedLists } from '../facts/asked.js';
import { KEEPER, keeperOf } from '../facts/keeper.js';
import { answersOf } from '../facts/spread.js';
import { isAbsent, python } from '../python/client.js';
import { recordOf as listRecordOf } from '../forms/list-records.js';
import { recordOf, RecordsWidget } from './records-widget.js';
import { storedSpread } from './stored-spread.js';
import { TeamMerge } from './team-merge.js';
import { setChoices, setText } from '../base/widget.js';
import { dayOf, language, say, sayCount, sayDay } from '../base/words.js';

const OPENNESS = 'settings/team';
const ASKED = 'settings/asked';
const ASKED_BOX = 'team.vraag';
/** So many lists that came back are named; the others are counted. */
const NAMED = 3;

/** @type {import('./records-widget.js').Kind} */
const MEMBERS = {
  records: 'members',
  letter: 'm',
  fresh: { label: '', role: '', side: 'overig' },
  words: { nobody: 'team.nobody', added: 'team.added', left: 'team.left', returned: 'team.returned' },
  buttons: { 'fill-member': 'team.fill-for', 'copy-member': 'team.copy-for', gone: 'team.gone-for', back: 'team.back-for' },
  summary: 'data-fii-spread',
  undo: 'undo-merge',
};

export class TeamWidget extends RecordsWidget {
  /** @param {Element} root */
  constructor(root) {
    super(root, MEMBERS, () => ({ op: 'team', dossier: this.state.dossier(), instruments: pageInstruments(), level: 3 }), storedSpread);
    this.merging = new TeamMerge(this);
    this.root.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === 'team.open') this.state.put(OPENNESS, { text: target.value });
      if (target.name === ASKED_BOX) this.state.put(ASKED, { text: this.#boxes().filter((box) => box.checked).map((box) => box.value).join(' ') });
    });
    this.keeper = this.need('data-fii-keeper', HTMLSelectElement);
    this.keeper.addEventListener('change', () => this.#keep(this.keeper.value));
    onSeen(this.root, () => this.#tellBack());
    this.onPress({
      'fill-member': (button) => void this.fill(recordOf(button), this.state.dossier().answers, say('records.here'), (item) => !listRecordOf(item)),
      'copy-member': (button) => void this.#copy(recordOf(button)),
      merge: () => void this.merging.apply(),
      'merge-not': () => this.merging.cancel(),
      stop: () => this.merging.cancel(),
      'undo-merge': () => void this.undo(this.merging.input),
    });
  }

  /**
   * Let what stands in this dossier count as the answers of one member.
   * @param {string} member empty for none
   */
  #keep(member) {
    if (!this.state.put(KEEPER, { text: member })) return this.show();
    this.tell(member ? say('team.keeper', { naam: this.nameOf(member) }) : say('team.no-keeper'));
  }

  /**
   * Give one member a file of their own, without what the others chose.
   * @param {string} member
   */
  async #copy(member) {
    const alert = this.own('data-fii-record-alert');
    const dossier = this.state.dossier();
    const label = dossier.members[member]?.label ?? '';
    setText(alert, label ? '' : say('team.no-name'));
    if (!label) return this.here.focus(member);
    try {
      const reply = /** @type {any} */ (await python().ask({ op: 'member_copy', dossier, member }));
      if (!reply.ok) throw new Error(reply.message);
      const name = datedName(say('team.copy-name'), label, this.state.name);
      giveFile(makeText(reply.dossier), name);
      this.tell(say('team.copied', { naam: label, bestand: name }));
    } catch (error) {
      console.warn(error);
      setText(alert, say(isAbsent(error) ? 'team.copy-no-python' : 'team.not-copied'));
    }
  }

  show() {
    super.show();
    this.check('team.open', this.state.registers.get(OPENNESS)?.text ?? 'gesloten');
    const asked = askedLists(this.state);
    for (const box of this.#boxes()) box.checked = asked.includes(box.value);
    setText(this.own('data-fii-asked-state'), asked.length > 0 ? sayCount('team.asked', asked.length) : '');
    const keeper = keeperOf(this.state);
    const members = this.state.under('members/').filter(([, { gone }]) => !gone);
    this.need('data-fii-keeper-box').hidden = members.length === 0;
    setChoices(this.keeper, members.map(([id]) => [id, this.nameOf(id)]));
    this.keeper.value = keeper;
    const line = keeper && this.root.querySelector(`[data-fii-record="${CSS.escape(keeper)}"] [data-fii-action="fill-member"]`);
    if (line) line.toggleAttribute('hidden', true); // these count already
    this.#tellBack();
  }

  /** Say of each member which lists came back, and of when the last answer is. */
  #tellBack() {
    if (!isSeen(this.root)) return;
    const names = new Intl.ListFormat(language());
    const keeper = keeperOf(this.state);
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll('[data-fii-record]'))) {
      const answers = answersOf(this.state, recordOf(line));
      const lists = [...givenIn(answers).keys()].map(instrumentName);
      const named = lists.length > NAMED ? [...lists.slice(0, NAMED), sayCount('team.more-lists', lists.length - NAMED)] : lists;
      const last = [...changedIn(answers).values()].sort().at(-1) ?? '';
      const sentence = say('team.back', { lijsten: names.format(named), datum: last && sayDay(dayOf(new Date(last))) });
      const back = /** @type {HTMLElement | null} */ (line.querySelector('[data-fii-back]'));
      if (recordOf(line) === keeper) setText(back, say('team.keeps'));
      else setText(back, lists.length > 0 ? sentence : say('team.not-back'));
    }
  }

  #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.root.querySelectorAll(`input[name="${ASKED_BOX}"]`)]);
  }

  /** @param {string} id */
  concerns(id) {
    return super.concerns(id) || id === OPENNESS || id === KEEPER || (!id.includes('/') && keeperOf(this.state) !== '');
  }
}

// The team on /dossier/: members, what they are asked, merging, what they chose. Must not count or compare: Python does.

import { instrumentName, pageInstruments } from '../forms/forms.js';
import { changedIn, givenIn } from '../forms/given.js';
import { isSeen, onSeen } from '../base/seen.js';
import { answersOf } from '../facts/asked.js';
import { KEEPER, keeperOf } from '../facts/keeper.js';
import { recordOf as listRecordOf } from '../forms/list-records.js';
import { recordOf, RecordsWidget } from './records-widget.js';
import { storedSpread } from './stored-spread.js';
import { tellAsked, TeamAsk } from './team-ask.js';
import { TeamMerge } from './team-merge.js';
import { setChoices } from '../base/widget.js';
import { dayOf, language, say, sayCount, sayDay } from '../base/words.js';

const OPENNESS = 'settings/team';
/** So many lists that came back are named; the others are counted. */
const NAMED = 3;

/** @type {import('./records-widget.js').Kind} */
const MEMBERS = {
  records: 'members',
  letter: 'm',
  fresh: { label: '', role: '', side: 'overig' },
  words: { nobody: 'team.nobody', added: 'team.added', left: 'team.left', returned: 'team.returned' },
  buttons: { 'fill-member': 'team.fill-for', gone: 'team.gone-for', back: 'team.back-for' },
  summary: 'data-fii-spread',
  undo: 'undo-merge',
};

export class TeamWidget extends RecordsWidget {
  /** @param {Element} root */
  constructor(root) {
    super(root, MEMBERS, () => ({ op: 'team', dossier: this.state.dossier(), instruments: pageInstruments(), level: 3 }), storedSpread);
    this.merging = new TeamMerge(this);
    this.asking = new TeamAsk(this);
    this.root.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === 'team.open') this.state.put(OPENNESS, { text: target.value });
    });
    this.keeper = this.need('data-fii-keeper', HTMLSelectElement);
    this.keeper.addEventListener('change', () => this.#keep(this.keeper.value));
    onSeen(this.root, () => this.#tellBack());
    this.onPress({
      'fill-member': (button) => void this.fill(recordOf(button), this.state.dossier().answers, say('records.here'), (item) => !listRecordOf(item)),
      'ask-team': () => void this.asking.make(),
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

  show() {
    super.show();
    this.check('team.open', this.state.registers.get(OPENNESS)?.text ?? 'gesloten');
    const keeper = keeperOf(this.state);
    const members = this.state.under('members/').filter(([, { gone }]) => !gone);
    this.need('data-fii-keeper-box').hidden = members.length === 0;
    setChoices(this.keeper, members.map(([id]) => [id, this.nameOf(id)]));
    this.keeper.value = keeper;
    const line = keeper && this.root.querySelector(`[data-fii-record="${CSS.escape(keeper)}"] [data-fii-action="fill-member"]`);
    if (line) line.toggleAttribute('hidden', true); // these count already
    this.asking.show(members.filter(([id, { label }]) => id !== keeper && label));
    this.#tellBack();
  }

  /** Say of each member which lists came back, and of when the last answer is. */
  #tellBack() {
    if (!isSeen(this.root)) return;
    const names = new Intl.ListFormat(language());
    const keeper = keeperOf(this.state);
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll('[data-fii-record]'))) {
      const id = recordOf(line);
      const answers = answersOf(this.state, id);
      const member = this.state.registers.get(`members/${id}`);
      const asked = member?.asked?.split(' ') ?? [];
      const lists = [...givenIn(answers).keys()].filter((list) => !asked.includes(list));
      const named = lists.slice(0, NAMED).map(instrumentName);
      if (lists.length > NAMED) named.push(sayCount('team.more-lists', lists.length - NAMED));
      const changed = changedIn(answers);
      const last = lists.map((list) => changed.get(list) ?? '').sort().at(-1) ?? '';
      const sentence = last ? say('team.back', { lijsten: names.format(named), datum: sayDay(dayOf(new Date(last))) }) : say('team.not-back');
      const told = id === keeper ? say('team.keeps') : last || !member?.given ? sentence : '';
      tellAsked(/** @type {HTMLElement} */ (line.querySelector('[data-fii-back]')), id === keeper ? undefined : member, answers, told);
    }
  }

  /** @param {string} id */
  concerns(id) {
    return super.concerns(id) || id === OPENNESS || id === KEEPER || (!id.includes('/') && keeperOf(this.state) !== '');
  }
}

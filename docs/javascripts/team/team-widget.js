// The team on /dossier/: members, their blind copies, merging, what they chose. Must not count or compare: Python does.

import { makeText } from '../file/dossier-file.js';
import { dossierState } from '../store/dossier-state.js';
import { giveFile, slug } from '../base/give-file.js';
import { pageInstruments, today } from '../python/page-instruments.js';
import { python } from '../python/client.js';
import { RecordPair } from './record-pair.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { TeamMerge } from './team-merge.js';
import { setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

const OPENNESS = 'settings/team';

/** @type {import('./record-pair.js').Kind} */
const MEMBERS = {
  records: 'members',
  letter: 'm',
  fresh: { label: '', role: '', side: 'overig' },
  words: { nobody: 'team.nobody', added: 'team.added', left: 'team.left', returned: 'team.returned' },
  buttons: { 'copy-member': 'team.copy-for', gone: 'team.gone-for', back: 'team.back-for' },
};

export class TeamWidget extends Widget {
  state = dossierState();

  /** @param {Element} root */
  constructor(root) {
    super(root);
    const tell = (/** @type {string} */ sentence) => setText(this.own('data-fii-progress'), sentence);
    this.tell = tell;
    this.members = new RecordPair(this, MEMBERS, tell);
    this.merging = new TeamMerge(this, tell);
    const spread = this.own('data-fii-spread');
    if (!spread) throw new Error('the team needs a place for what it chose');
    this.spread = new SummaryPanel(spread, () => this.#question());
    this.root.classList.add('is-live');
    this.#listen();
    void this.state.ready.then(() => {
      this.#show();
      if (this.members.haveAnswers) whenIdle(() => void this.spread.now());
    });
  }

  #listen() {
    this.state.addEventListener('collect', () => this.members.collect());
    this.state.onAnswers((ids) => {
      this.#show();
      if (ids === null || [...ids].some((id) => id.startsWith('members/') || id === OPENNESS)) this.spread.later();
    });
    this.root.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === 'team.open') this.state.put(OPENNESS, { text: target.value });
    });
    /** @type {Record<string, (id: string) => void>} */
    const actions = {
      'add-record': () => this.members.add(),
      gone: (id) => this.members.move(id, true),
      back: (id) => this.members.move(id, false),
      'copy-member': (id) => void this.#copy(id),
      merge: () => void this.merging.apply(),
      'merge-not': () => this.merging.cancel(),
      stop: () => this.merging.cancel(),
      'undo-merge': () => void this.#undo(),
    };
    this.root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-fii-action]') : null;
      if (button instanceof HTMLElement && this.owns(button)) actions[button.dataset['fiiAction'] ?? '']?.(RecordPair.idOf(button));
    });
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
    if (!label) return this.members.here.focus(member);
    try {
      const reply = /** @type {any} */ (await python().ask({ op: 'member_copy', dossier, member }));
      if (!reply.ok) throw new Error(reply.message);
      const name = [say('team.copy-name'), slug(label), slug(this.state.name), `${today()}.json`].filter(Boolean).join('-');
      giveFile(makeText(reply.dossier), name);
      this.tell(say('team.copied', { naam: label, bestand: name }));
    } catch (error) {
      console.warn(error);
      setText(alert, say('team.not-copied'));
    }
  }

  async #undo() {
    await this.state.undo();
    if (this.state.trouble) return;
    this.merging.input?.focus();
    this.tell(say('team.undone'));
  }

  #show() {
    this.members.show();
    const open = this.state.registers.get(OPENNESS)?.text ?? 'gesloten';
    for (const radio of this.root.querySelectorAll('input[name="team.open"]')) {
      if (radio instanceof HTMLInputElement) radio.checked = radio.value === open;
    }
    const undo = this.own('data-fii-action="undo-merge"');
    if (undo) undo.hidden = this.state.undoable?.event !== 'merged';
  }

  #question() {
    if (!this.members.haveAnswers) return null;
    return { op: 'team', dossier: this.state.dossier(), instruments: pageInstruments(), level: 3 };
  }
}

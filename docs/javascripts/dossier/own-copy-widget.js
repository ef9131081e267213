// Says above the dossier that it is one member's own copy, and takes away what is for the whole team. Must not change it.

import { dossierState } from '../store/dossier-state.js';
import { instrumentName } from '../forms/forms.js';
import { askedLists } from '../facts/asked.js';
import { make, setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

/** Views of /dossier/ that are no use to one member. */
const FOR_THE_TEAM = ['stand', 'overleg', 'acties', 'verloop', 'team', 'stukken'];

export class OwnCopyWidget extends Widget {
  /** @param {Element} root */
  constructor(root) {
    super(root);
    const state = dossierState();
    const show = () => {
      const member = state.registers.get('settings/member')?.text ?? '';
      const naam = state.registers.get(`members/${member}`)?.label || say('copy.nobody');
      this.root.hidden = member === '';
      setText(this.own('data-fii-own-copy-title'), member === '' ? '' : say('copy.title', { naam }));
      for (const id of FOR_THE_TEAM) document.querySelector(`[data-fii-to="${id}"]`)?.closest('li')?.toggleAttribute('hidden', member !== '');
      const asked = member === '' ? [] : askedLists(state);
      this.need('data-fii-asked-box').hidden = asked.length === 0;
      this.need('data-fii-asked').replaceChildren(...asked.map((id) => make('li', {}, make('a', { href: `#${id}` }, instrumentName(id)))));
      document.getElementById('wijken')?.toggleAttribute('hidden', member !== '');
    };
    state.addEventListener('answers', show);
    void state.ready.then(show);
  }
}

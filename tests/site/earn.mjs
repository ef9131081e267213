// `node tests/site/earn.mjs SITE_DIR < questions`: which listed words change nothing. One JSON line: {alike, asked, last}.
//   alike: other words without which the first results of what is typed are the same, and of every question with it;
//   asked: questions of zoekplekken.tsv whose first results are the same without that list;
//   last: questions of that list whose place is not among the first results, or behind one that is not listed for it.
// For tests; no part of the site.

import { readFileSync } from 'node:fs';
import { opened } from './opened.mjs';

const { register, codes, SearchEngine } = await opened(process.argv[2] ?? 'site');
const FIRST = 3;
const engine = await new SearchEngine(register, codes).build();
const bare = await new SearchEngine({ ...register, asked: [] }, codes).build();
const first = (from, question) => from.search(question).results.slice(0, FIRST).map(({ address, anchor }) => `${address}#${anchor}`);
const same = (one, other) => one.join(' ') === other.join(' ');

const { lexicon } = engine;
const questions = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((text) => [text, ` ${lexicon.key(lexicon.telling(text))} `]);
const answers = new Map();
const answered = (question) => answers.get(question) ?? answers.set(question, first(engine, question)).get(question);

const alike = register.alike.filter(([typed, said]) => {
  const key = lexicon.key(lexicon.telling(typed));
  const words = lexicon.telling(said).join(' ');
  const asked = [typed, ...questions.filter(([, stems]) => stems.includes(` ${key} `)).map(([text]) => text)];
  const before = asked.map(answered);
  const kept = lexicon.alike.get(key) ?? [];
  const fewer = kept.filter((other) => other.join(' ') !== words);
  if (fewer.length) lexicon.alike.set(key, fewer);
  else lexicon.alike.delete(key);
  const nothing = asked.every((question, at) => same(before[at], first(engine, question)));
  lexicon.alike.set(key, kept);
  return nothing;
});
const asked = register.asked.filter(([, question]) => same(first(engine, question), first(bare, question)));
const last = register.asked.filter(([id, question]) => {
  const [number, anchor] = register.sections[id];
  return !first(engine, question).includes(`${register.pages[number][0]}#${anchor}`);
});
const named = ([id, question]) => {
  const [number, anchor] = register.sections[id];
  return [`${register.pages[number][0]}${anchor && `#${anchor}`}`, question];
};
console.log(JSON.stringify({ alike, asked: asked.map(named), last: last.map(named) }));

// Drives one Firefox for a test: one request as a JSON line on stdin, one answer as a JSON line on stdout.
// Judges nothing; must not wait inside a page, whose policy may forbid it.

import { createInterface } from 'node:readline';
import puppeteer from 'puppeteer-core';

/** @type {import('puppeteer-core').Browser} */
let browser;
let init = '';
/** @type {Map<number, import('puppeteer-core').Page>} */
const tabs = new Map();
let seen = { requests: [], messages: [] };
/** How often to look for a place to press. */
const TRIES = 50;
/** The tab that has the keyboard. @type {number | undefined} */
let front;

const OPS = {
  async launch({ program, profile, preferences, init: script }) {
    init = script;
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: program,
      userDataDir: profile,
      headless: true,
      extraPrefsFirefox: preferences,
    });
  },
  async tab() {
    const page = await browser.newPage();
    page.on('request', (request) => seen.requests.push(request.url()));
    page.on('console', (message) => seen.messages.push([message.type() === 'warn' ? 'warning' : message.type(), message.text()]));
    page.on('pageerror', (error) => seen.messages.push(['pageerror', String(error)]));
    await page.evaluateOnNewDocument(init);
    await page.setViewport({ width: 1280, height: 800 });
    tabs.set(tabs.size, page);
    front = undefined;
    return tabs.size - 1;
  },
  async goto(tab, url) {
    const page = at(tab);
    // Else only the part after the # changes, and nothing is loaded.
    if (page.url().split('#')[0] === url.split('#')[0]) await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'load' });
  },
  reload: async (tab) => void (await at(tab).reload({ waitUntil: 'load' })),
  evaluate: (tab, expression) => at(tab).evaluate(expression),
  async click(tab, selector) {
    const page = await toFront(tab);
    for (let tries = 1; ; tries += 1) {
      const element = await page.$(selector);
      if (!element) throw new Error(`no element ${selector}`);
      await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
      try {
        await element.click();
        return;
      } catch (error) {
        // What comes in above it moved it out of sight before it was pressed; Playwright looks again then, too.
        if (tries === TRIES || !String(error).includes('not clickable')) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  },
  async press(tab, key) {
    const { keyboard } = await toFront(tab);
    const [held, name] = key.includes('+') && key.length > 1 ? key.split('+') : [null, key];
    if (held) await keyboard.down(held);
    await keyboard.press(name === 'Space' ? ' ' : name);
    if (held) await keyboard.up(held);
  },
  type: async (tab, text) => void (await (await toFront(tab)).keyboard.type(text)),
  async upload(tab, selector, files) {
    const element = await at(tab).$(selector);
    if (!element) throw new Error(`no element ${selector}`);
    await element.uploadFile(...files);
  },
  size: (tab, width, height) => at(tab).setViewport({ width, height }),
  screenshot: async (tab, path) => void (await at(tab).screenshot({ path, fullPage: true })),
  close: (tab) => at(tab).close(),
  pid: () => browser.process().pid,
  quit: () => browser.close(),
};

/** @param {number} tab */
function at(tab) {
  const page = tabs.get(tab);
  if (!page) throw new Error(`no tab ${tab}`);
  return page;
}

/** @param {number} tab */
async function toFront(tab) {
  if (front !== tab) await at(tab).bringToFront();
  front = tab;
  return at(tab);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { op, arguments: given } = JSON.parse(line);
  let answer;
  try {
    answer = { value: (await OPS[op](...given)) ?? null };
  } catch (error) {
    answer = { error: String(error) };
  }
  const { requests, messages } = seen;
  seen = { requests: [], messages: [] };
  process.stdout.write(`${JSON.stringify({ ...answer, requests, messages })}\n`);
  if (op === 'quit') process.exit(0);
}
if (browser) await browser.close();

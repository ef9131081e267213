// `node open_copy.mjs chromium|firefox EXECUTABLE FOLDER PAGE…`: open pages of the unpacked copy as a reader does and print, as JSON,
// what was seen. Judges nothing; test_offline.py does.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [browserName, executablePath, folder, ...names] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: browserName === 'firefox' ? 'firefox' : 'chrome',
  executablePath,
  headless: true,
  args: browserName === 'firefox' ? [] : ['--no-sandbox', '--disable-background-networking'],
  // The harness turns this off, and with it the very rules that a reader's Firefox applies to files.
  extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
});
const seen = { requests: [], messages: [], pages: {} };
const page = await browser.newPage();
page.on('request', (request) => {
  if (!/^(file|data|blob|about):/.test(request.url())) seen.requests.push(request.url());
});
page.on('console', (message) => {
  if (['error', 'warn'].includes(message.type())) seen.messages.push(message.text());
});
page.on('pageerror', (error) => seen.messages.push(String(error)));
const at = (name) => pathToFileURL(path.join(folder, name)).href;

for (const name of names) {
  await page.goto(at(name), { waitUntil: 'load' });
  seen.pages[name] = await page.evaluate(async () => {
    await document.fonts.ready;
    return {
      title: document.title,
      scripts: document.documentElement.classList.contains('js'),
      fonts: [...document.fonts].filter((font) => font.status === 'loaded').length,
      broken: [...document.fonts].filter((font) => font.status === 'error').length,
      styled: document.styleSheets.length > 0 && getComputedStyle(document.body).marginTop === '0px',
    };
  });
}

await page.goto(at('index.html'), { waitUntil: 'load' });
await page.waitForSelector('[data-fii-search-open]:not([hidden])', { timeout: 5000 });
await page.keyboard.press('/');
await page.type('[data-fii-search-field]', 'opdrachtgevers');
await page.waitForSelector('[data-part="link"]', { timeout: 10_000 });
seen.search = await page.evaluate(() => ({
  status: document.querySelector('[data-fii-search-status]').textContent,
  first: document.querySelector('.fii-search__result a').getAttribute('href'),
  marked: document.querySelectorAll('.fii-search__result mark').length,
}));
await page.keyboard.press('ArrowDown');
await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
seen.search.opened = { url: page.url(), heading: await page.$eval('h1', (node) => node.textContent.trim()) };

await browser.close();
console.log(JSON.stringify(seen));

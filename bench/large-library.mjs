/**
 * `npm run bench -- large-library [--corpus DIR] [--limit ARTICLES]`: a library of 20,000 articles (200 MB of text) and
 * 50,000 notes is restored, opened, searched, exported in every format and backed up in the built extension, while
 * notes go on being saved. Times and memory; ends with 1 where anything of it did not come back.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Zip, ZipDeflate, strToU8 } from 'fflate';
import { buildExtension, say, startExtension } from './parts/extension.mjs';
import { libraryOf, numbers } from './parts/library-sources.mjs';

const TOP = join(import.meta.dirname, '..');
const [ARTICLES, NOTES_EACH, LETTERS] = [20_000, 2.5, 10_000];
const AT = Date.UTC(2026, 0, 1);
/** Timeout of an export or a restore, in ms. */
const PATIENCE_MS = 1_800_000;
const FORMATS = ['markdown', 'json', 'html', 'csv', 'anki', 'text'];

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Writes the backup of such a library, piece by piece; returns how many letters its articles hold. */
async function writeBackup(path, sentences, { articles, notes }, random) {
  const out = createWriteStream(path);
  const zip = new Zip((_failure, chunk) => out.write(chunk));
  let pieces = 0;
  const add = async (table, rows) => {
    const file = new ZipDeflate(`${table}/${String((pieces += 1)).padStart(6, '0')}.json`, { level: 1 });
    zip.add(file);
    file.push(strToU8(JSON.stringify({ [table]: rows })), true);
    if (out.writableNeedDrain) await new Promise((done) => out.once('drain', done));
  };
  const head = new ZipDeflate('library.json');
  zip.add(head);
  head.push(strToU8(JSON.stringify({ lede: 'backup', madeAt: AT, device: 'bench' })), true);
  const some = (count, one) => Array.from({ length: count }, (_unused, index) => one(index));
  const pick = () => sentences[Math.floor(random() * sentences.length)];
  const url = (index) => `https://site${index % 400}.example/article/${index}`;
  for (let from = 0; from < articles; from += 200) {
    await add(
      'entries',
      some(Math.min(200, articles - from), (at) => ({
        ...{ id: `e${from + at}`, version: 2, urlKey: url(from + at), aliases: [], parted: [], url: url(from + at) },
        ...{ title: pick().slice(0, 90), tags: [`topic ${(from + at) % 40}`], addedAt: AT, changedAt: AT },
        ...{ openedAt: AT, broughtBack: [], clocks: { title: '000000001.0000.bench' } },
      })),
    );
  }
  for (let from = 0; from < notes; from += 200) {
    await add(
      'notes',
      some(Math.min(200, notes - from), (at) => ({
        ...{ id: `n${from + at}`, version: 2, entryId: `e${(from + at) % articles}`, url: url((from + at) % articles) },
        quote: { exact: pick().slice(0, 300), prefix: pick().slice(0, 64), suffix: pick().slice(0, 64), start: at },
        ...{ colour: 'green', text: at % 2 ? pick().slice(0, 200) : '', alts: {}, textSeen: {}, tags: [] },
        ...{ createdAt: AT + from + at, changedAt: AT + from + at, clocks: { text: '000000001.0000.bench' } },
      })),
    );
  }
  let letters = 0;
  for (let from = 0; from < articles; from += 10) {
    const rows = some(Math.min(10, articles - from), (at) => {
      const lines = [];
      let length = 0;
      for (let index = Math.floor(random() * sentences.length); length < LETTERS; index += 1) {
        const line = some(4, (step) => sentences[(index * 4 + step) % sentences.length]).join(' ');
        lines.push(line);
        length += line.length + 1;
      }
      const [text, blocks] = [lines.join('\n'), []];
      for (let start = 0, block = 0; block < lines.length; start += lines[block].length + 1, block += 1)
        blocks.push({ kind: 'paragraph', start, end: start + lines[block].length });
      letters += text.length;
      const children = lines.map((line, block) => ({ tag: 'p', block, children: [line] }));
      const article = { url: url(from + at), title: 'T', text, blocks, removed: [], tree: { tag: 'div', children } };
      return { entryId: `e${from + at}`, version: 2, keptAt: AT, article };
    });
    await add('articles', rows);
  }
  zip.end();
  await new Promise((done) => out.end(done));
  return letters;
}

/** The memory of the browser's processes by kind, in MB: the largest of each. */
async function memory({ cdp }) {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const largest = {};
  for (const { id, type } of processInfo) {
    const match = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    largest[type] = Math.max(largest[type] ?? 0, Math.round(Number(match?.[1] ?? 0) / 1000));
  }
  return `browser ${largest.browser} MB, largest page ${largest.renderer} MB`;
}

/** Saves notes at intervals until `isOver`, and returns how long each save took. */
async function saveOn(lede, page, isOver) {
  const text = 'A line that is kept.';
  const article = {
    ...{ url: 'https://other.example/', title: 'Other', text, removed: [], tree: { tag: 'div', children: [text] } },
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
  const times = [];
  while (!(await isOver())) {
    const [began, quote] = [performance.now(), { exact: `line ${times.length}`, prefix: '', suffix: '', start: 0 }];
    const answer = await lede.ask(page, 'note.add', { article, quote, colour: 'pink', text: 'w' }, 120_000);
    if (!answer?.ok) throw new Error(`a save was refused: ${JSON.stringify(answer)}`);
    times.push(performance.now() - began);
    await new Promise((next) => setTimeout(next, 500));
  }
  return times;
}

/** Opens the dialog of files. */
async function openFiles(page) {
  await page
    .getByRole('button', { name: say('library_menu'), exact: true })
    .first()
    .click();
  await page.getByText(say('library_files')).first().click();
}

/** Reads a file and waits until it is counted; returns the sentence and the time. */
async function offer(page, path) {
  const began = performance.now();
  const status = page.locator('.files-status');
  await page.locator('.files input[type=file]').setInputFiles(path);
  await page.waitForFunction(
    () => /\d/.test(document.querySelector('.files-status')?.textContent ?? '') && !document.querySelector('.taking'),
    null,
    { timeout: PATIENCE_MS },
  );
  return { ms: performance.now() - began, said: await status.innerText() };
}

async function restore(lede, zip) {
  const [page, other] = [await lede.open('library/index.html'), await lede.open('options/index.html')];
  await page.bringToFront();
  await openFiles(page);
  const counted = await offer(page, zip);
  console.log(`read and counted           ${seconds(counted.ms)}   ${counted.said}`);
  const began = performance.now();
  await page.getByRole('button', { name: say('library_import_go'), exact: true }).click();
  const saves = await saveOn(lede, other, async () => (await page.locator('.files').count()) === 0);
  console.log(`restored                   ${seconds(performance.now() - began)}   ${await memory(lede)}`);
  console.log(
    `saves meanwhile (${saves.length})       p50 ${seconds(quantile(saves, 0.5))}, ` +
      `p95 ${seconds(quantile(saves, 0.95))}, worst ${seconds(Math.max(...saves))}`,
  );
  const counts = await Promise.all(['entries', 'notes', 'articles'].map((name) => lede.rows(other, name, true)));
  await page.close();
  await other.close();
  return [counts[0] - 1, counts[1] - saves.length, counts[2] - 1];
}

async function openAndSearch(lede, sentences, random) {
  const began = performance.now();
  const page = await lede.open('library/index.html');
  await page.locator('.library-row').first().waitFor({ timeout: 60_000 });
  const rows = performance.now() - began;
  const status = page.locator('.library-line [role=status]');
  await page.waitForFunction(
    () => !/…|·/.test(document.querySelector('.library-line [role=status]')?.textContent ?? '…'),
    null,
    { timeout: PATIENCE_MS },
  );
  console.log(
    `opened: first rows         ${seconds(rows)}, every word ` +
      `searchable ${seconds(performance.now() - began)}   ${await memory(lede)}`,
  );
  const times = [];
  const field = page.locator('.library-search');
  for (let at = 0; at < 10; at += 1) {
    const words = sentences[Math.floor(random() * sentences.length)].split(/\s+/).slice(0, 2).join(' ').slice(0, 14);
    await field.fill('');
    for (const letter of words) {
      const stroke = performance.now();
      await field.press(letter === ' ' ? 'Space' : letter).catch(() => field.pressSequentially(letter));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
      times.push(performance.now() - stroke);
    }
  }
  console.log(
    `a key stroke, drawn (${times.length})    p50 ${quantile(times, 0.5).toFixed(0)} ms, ` +
      `p95 ${quantile(times, 0.95).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms  ` +
      ` ${await status.innerText()}`,
  );
  return page;
}

/** Clicks a button that ends in a download; returns the file. */
async function download(page, name) {
  const began = performance.now();
  const coming = page.waitForEvent('download', { timeout: PATIENCE_MS });
  await page.locator('.files').getByRole('button', { name, exact: true }).click();
  const path = await (await coming).path();
  return { path, ms: performance.now() - began, mb: statSync(path).size / 1e6 };
}

export async function run({ corpus = process.env.LEDE_CORPUS ?? join(TOP, '..', 'shared', 'corpus'), limit }) {
  const random = numbers(20261128);
  const { sentences } = libraryOf(corpus, random);
  if (!sentences.length) {
    console.log(`No unpacked corpora in ${corpus}: nothing measured. Give the folder with --corpus.`);
    return 2;
  }
  buildExtension();
  const articles = Number(limit ?? ARTICLES);
  const notes = Math.round(articles * NOTES_EACH);
  const folder = mkdtempSync(join(tmpdir(), 'lede-large-'));
  const zip = join(folder, 'backup.zip');
  const lede = await startExtension();
  try {
    const letters = await writeBackup(zip, sentences, { articles, notes }, random);
    console.log(
      `${articles} articles of ${(letters / 1e6).toFixed(0)} million letters, ${notes} notes; a backup ` +
        `of ${(statSync(zip).size / 1e6).toFixed(0)} MB; ${lede.context.browser().version()}`,
    );
    const kept = await restore(lede, zip);
    const page = await openAndSearch(lede, sentences, random);
    await openFiles(page);
    for (const format of FORMATS) {
      const { ms, mb } = await download(page, say(`library_format_${format}`));
      console.log(`${`out as ${format}`.padEnd(26)} ${seconds(ms)}, ${mb.toFixed(0)} MB   ${await memory(lede)}`);
    }
    const backup = await download(page, say('library_backup_save'));
    console.log(`${'backup'.padEnd(26)} ${seconds(backup.ms)}, ${backup.mb.toFixed(0)} MB   ${await memory(lede)}`);
    const back = await offer(page, backup.path);
    console.log(`the same backup, read      ${seconds(back.ms)}   ${back.said}`);
    const isWhole = kept[0] === articles && kept[1] === notes && kept[2] === articles;
    console.log(
      isWhole ? 'all of it came back' : `LOST: of ${articles}/${notes}/${articles} came back ${kept.join('/')}`,
    );
    return isWhole ? 0 : 1;
  } finally {
    await lede.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

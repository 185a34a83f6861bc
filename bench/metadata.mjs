/**
 * Measures title, author and date against wcxb-dev's truth, with Readability and Defuddle on the same documents in the
 * same browser.
 */
import { existsSync } from 'node:fs';
import { bundle, hostOf, openPages, readTruth } from './parts/served.mjs';

const squash = (text) =>
  (text ?? '').normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase();
/** Pages read in one tab. */
const BATCH = 50;
const FIELDS = ['title', 'author', 'publish_date'];
const same = {
  title: (told, truth) => squash(told) === squash(truth),
  author: (told, truth) => squash(told) === squash(truth),
  publish_date: (told, truth) => (told ?? '').slice(0, truth.length) === truth,
};

/** Peers give dates as they find them; one that `Date` reads is taken by its UTC day where it is not ISO. */
const day = (told) => {
  if (!told || /^\d{4}-\d{2}(-\d{2})?/.test(told)) return told;
  const at = new Date(told);
  return Number.isNaN(at.getTime())
    ? told
    : new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** Runs in the page: every extractor on its own fresh document. */
async function extract({ ids, peers }) {
  const { metadata } = await import('/entry.js');
  const answers = [];
  for (const { id, url } of ids) {
    const html = await (await fetch(`/html/${id}`)).text();
    const parsed = () => new DOMParser().parseFromString(html, 'text/html');
    const document = parsed();
    const before = performance.now();
    const lede = metadata(document, { url });
    const answer = {
      id,
      ms: performance.now() - before,
      lede: { title: lede.title, author: lede.byline, publish_date: lede.publishedTime },
    };
    if (peers) {
      try {
        const found = new Readability(parsed()).parse();
        answer.readability = { title: found?.title, author: found?.byline, publish_date: found?.publishedTime };
      } catch {
        answer.readability = {};
      }
      try {
        const found = new Defuddle(parsed(), { url }).parse();
        answer.defuddle = { title: found.title, author: found.author, publish_date: found.published };
      } catch {
        answer.defuddle = {};
      }
    }
    answers.push(answer);
  }
  return answers;
}

/**
 * `npm run bench -- metadata [--peers] [--limit N] [tune|unseen]`: sites are split in two by their name; the code was
 * tuned on one half ("tune"), the other ("unseen") is what counts. A third argument `misses` lists where Lede errs on
 * the half tuned on.
 */
export async function run({ corpus, peers, limit, rest }) {
  const folder = `${corpus ?? '../shared/corpus'}/wcxb-dev`;
  if (!existsSync(`${folder}/ground-truth`)) {
    console.error(`No pages in ${folder}. Unpack them and name the folder with --corpus.`);
    return 2;
  }
  const truth = readTruth(folder).slice(0, Number(limit ?? Infinity));
  const pages = await openPages({
    html: (id) => `${folder}/html/${id}.html`,
    entry: await bundle('src/core/article/metadata/metadata.ts'),
    peers,
  });
  const answers = [];
  for (let at = 0; at < truth.length; at += BATCH) {
    const ids = truth.slice(at, at + BATCH).map(({ id, url }) => ({ id, url }));
    answers.push(...(await answersTo(pages, ids, peers)));
    await pages.renew();
  }
  await pages.close();
  report(truth, answers, peers ? ['lede', 'readability', 'defuddle'] : ['lede']);
  if (rest.includes('misses')) misses(truth, answers);
  return 0;
}

/** Answers for a batch of pages; page by page in fresh tabs where one of them ends the tab, and none for that one. */
async function answersTo(pages, ids, peers) {
  try {
    return await pages.evaluate(extract, { ids, peers });
  } catch (error) {
    await pages.renew();
    if (ids.length > 1) {
      const answers = [];
      for (const id of ids) answers.push(...(await answersTo(pages, [id], peers)));
      return answers;
    }
    console.error(`${ids[0].id}: ${String(error).split('\n')[0]}`);
    return [{ id: ids[0].id, ms: 0, lede: {}, readability: {}, defuddle: {} }];
  }
}

function report(truth, answers, names) {
  const halves = ['tune', 'unseen'];
  for (const half of halves) {
    const rows = truth
      .map((page, at) => ({ page, answer: answers[at] }))
      .filter(({ page }) => hostOf(page).half === half);
    const types = ['all', ...new Set(rows.map(({ page }) => page.type).toSorted())];
    console.log(
      `\n${half} half: ${rows.length} pages. Share of pages with a truth whose answer is the same; in ` +
        'brackets: told where the truth names none.',
    );
    console.log(['type', 'pages', ...FIELDS.flatMap((field) => names.map((name) => `${field} ${name}`))].join('\t'));
    for (const type of types) {
      const some = rows.filter(({ page }) => type === 'all' || page.type === type);
      const cells = FIELDS.flatMap((field) =>
        names.map((name) => {
          const told = (answer) => (field === 'publish_date' ? day(answer[name]?.[field]) : answer[name]?.[field]);
          const known = some.filter(({ page }) => page[field]);
          const none = some.filter(({ page }) => !page[field]);
          const right = known.filter(({ page, answer }) => same[field](told(answer), page[field])).length;
          const extra = none.filter(({ answer }) => told(answer)).length;
          const share = known.length ? (right / known.length).toFixed(3) : '-';
          return none.length ? `${share} (${(extra / none.length).toFixed(2)})` : share;
        }),
      );
      console.log([type, some.length, ...cells].join('\t'));
    }
  }
  const ms = answers.map((answer) => answer.ms).toSorted((a, b) => a - b);
  console.log(
    `\nms a page: median ${ms[ms.length >> 1].toFixed(2)}, ` +
      `p95 ${ms[Math.floor(ms.length * 0.95)].toFixed(2)}, p99 ${ms[Math.floor(ms.length * 0.99)].toFixed(2)}`,
  );
}

function misses(truth, answers) {
  for (const [at, page] of truth.entries()) {
    if (hostOf(page).half !== 'tune') continue;
    for (const field of FIELDS) {
      const told = answers[at].lede[field];
      if (page[field] && !same[field](told, page[field]))
        console.log(`${field}\t${page.type}\t${page.id}\t${page[field]}\t${told}`);
    }
  }
}

/**
 * How long the largest pages take: 5 MB of text, 100,000 elements, 5,000 links, one huge table, deep nesting; bare
 * Readability beside it.
 */
import { compare } from './parts/compare.mjs';

const sentence = (at) =>
  `Boat number ${at} left the quay at dawn with nets, rope and a crew of ${at % 7}, and the harbour master ` +
  'wrote it down. ';
const wrap = (body) =>
  '<!doctype html><html lang="en"><head><title>Ledger of the harbour</title></head><body><nav><a href="/">' +
  `Home</a></nav><main><article><h1>Ledger of the harbour</h1>${body}</article></main><footer>© Harbour` +
  '</footer></body></html>';
const many = (count, one) => Array.from({ length: count }, (_, at) => one(at)).join('\n');

const PAGES = {
  'five megabytes in 9,000 paragraphs': wrap(many(9000, (at) => `<p>${sentence(at).repeat(5)}</p>`)),
  'one paragraph of five megabytes': wrap(`<p>${many(45_000, sentence)}</p>`),
  '100,000 elements': wrap(
    many(33_000, (at) => `<div class="row"><span>${at}</span><p>Boat ${at}, hull ${at % 9}.</p></div>`),
  ),
  '20,000 links': wrap(
    `${many(60, (at) => `<p>${sentence(at).repeat(4)}</p>`)}<ul>${many(
      20_000,
      (at) => `<li><a href="/b/${at}">Boat ${at} of the bay</a></li>`,
    )}</ul>`,
  ),
  'a table of 20,000 cells': wrap(
    `${many(40, (at) => `<p>${sentence(at).repeat(4)}</p>`)}<table>${many(
      4000,
      (at) => `<tr><td>${at}</td><td>hull</td><td>mast</td><td>sail</td><td>crew</td></tr>`,
    )}</table>`,
  ),
  '480 levels deep': wrap(
    `${'<div>'.repeat(480)}${many(300, (at) => `<p>${sentence(at).repeat(3)}</p>`)}${'</div>'.repeat(480)}`,
  ),
  'plain text of five megabytes': many(15_000, (at) => `${sentence(at).repeat(3)}\n`),
};

export async function run() {
  const pages = Object.entries(PAGES).map(([id, html]) => () => ({
    id,
    html,
    url: 'https://harbour.example/ledger',
    contentType: id.startsWith('plain') ? 'text/plain' : 'text/html',
  }));
  const { lede, readability } = await compare(pages, { peers: false, rounds: 2 });
  lede.forEach(({ id, ms, text }, at) =>
    console.log(
      `${id.padEnd(38)} lede ${ms.toFixed(0).padStart(6)} ms (${text.length} characters)   bare ` +
        `readability ${readability[at].ms.toFixed(0).padStart(6)} ms`,
    ),
  );
  return lede.some(({ ms }) => ms > 1000) ? 1 : 0;
}

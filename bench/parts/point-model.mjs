/**
 * A local server that speaks the OpenAI protocol in place of a language model, called as the extension calls one. It
 * answers by a rule, so the results show the limits of the candidates and of the form, not the quality of any model; or
 * it repeats what a language model was recorded to answer to the same questions.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { finder } from './rated-articles.mjs';

const SRC = join(import.meta.dirname, '..', '..', 'src');
/** Number of sentences that the extension offers (src/views/glance/front-page/model-points.ts). */
const OFFERED = 30;
/** An answer with fewer numbers is rejected (src/core/digest/key-points/model-choice.ts). */
const LEAST = 2;

/**
 * The server's rules. Each maps a rated row and the offered sentences to indices, best first. `ratings` uses the rating
 * of each sentence and gives the upper bound. `as offered` takes Lede's own order, `by place` the first sentences of
 * the article.
 */
const RULES = {
  ratings(row, offered) {
    const find = finder(row);
    const marks = offered.map((text) => row.ratings[find(text)] ?? 0);
    const order = marks.map((_, i) => i).sort((a, b) => marks[b] - marks[a] || a - b);
    return order.filter((i, place) => marks[i] === 2 || place < LEAST);
  },
  'as offered': (_, offered) => offered.map((_, i) => i),
  'by place'(row, offered) {
    const find = finder(row);
    return offered
      .map((text, i) => ({ i, at: find(text) }))
      .sort((a, b) => a.at - b.at)
      .map(({ i }) => i);
  },
};

/** The numbered sentences in a request's body. */
const offeredIn = (body) =>
  JSON.parse(body)
    .messages.at(-1)
    .content.split('\n')
    .flatMap((line) => line.match(/^\d+\. (.*)$/)?.[1] ?? []);

/** Starts a server that replies with `answer(body)`, the text that a model would write. Returns its address. */
async function served(answer) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: answer(body) } }] }));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, address: `http://127.0.0.1:${server.address().port}/v1` };
}

/** What the server writes for each rule: `(row, body, most)` → text. */
const BY_RULE = Object.entries(RULES).map(([name, rule]) => ({
  name,
  write: (row, body, most) =>
    JSON.stringify({
      ids: rule(row, offeredIn(body))
        .slice(0, most)
        .map((i) => i + 1),
    }),
}));

/** A language model's recorded answers, one `{ id, answer }` a line, as one more entry of `BY_RULE`. */
function recorded(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const answers = new Map(lines.map((line) => JSON.parse(line)).map(({ id, answer }) => [id, answer]));
  return { name: 'a language model', write: ({ id }) => answers.get(id) ?? '' };
}

/**
 * Shows the judged articles (`{ lesson, forests }`, from `heldOut`) with each rule's answers, and with those recorded
 * in the file `answers`. Returns, by name, one list of shown sentences for each article. Writes what a model is asked
 * to the file `questions`, one `{ id, system, user }` a line.
 */
export async function modelPoints(judged, { questions, answers } = {}) {
  const load = async (name) => (await runnerImport(join(SRC, name))).module;
  const { pointCandidates } = await load('core/digest/key-points/key-points.ts');
  const { askRemoteModel } = await load('adapters/models/remote.ts');
  const writers = [...BY_RULE, ...(answers ? [recorded(answers)] : [])];
  const shown = Object.fromEntries(writers.map(({ name }) => [`model: ${name}`, []]));
  const asked = new Map();
  let now = null;
  const { server, address } = await served((body) => {
    const [system, user] = JSON.parse(body).messages.map(({ content }) => content);
    asked.set(now.row.id, JSON.stringify({ id: now.row.id, system, user }));
    return now.write(now.row, body, now.most);
  });
  try {
    for (const { lesson, forests } of judged) {
      const { candidates, most } = pointCandidates(lesson.article, OFFERED, forests);
      for (const { name, write } of writers) {
        now = { row: lesson.row, most, write };
        const model = { address, name: 'rule', key: '' };
        const answer = await askRemoteModel(model, lesson.article, candidates, most, AbortSignal.timeout(10_000));
        shown[`model: ${name}`].push(answer.ok ? answer.value.map((i) => candidates[i].text) : []);
      }
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  if (questions) writeFileSync(questions, [...asked.values(), ''].join('\n'));
  return shown;
}

/**
 * A local server that speaks the OpenAI protocol in place of a language model, called as the extension calls one. It
 * answers by a rule, so the results show the limits of the candidates and of the form, not the quality of any model.
 */
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

/** Starts a server that replies with `answer(sentences)`, numbers from 0. Returns its address. */
async function served(answer) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      const { most, choice } = answer(offeredIn(body));
      const content = JSON.stringify({ ids: choice.slice(0, most).map((i) => i + 1) });
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, address: `http://127.0.0.1:${server.address().port}/v1` };
}

/**
 * Shows the judged articles (`{ lesson, forests }`, from `heldOut`) with each rule's answers. Returns, by rule name,
 * one list of shown sentences for each article.
 */
export async function modelPoints(judged) {
  const load = async (name) => (await runnerImport(join(SRC, name))).module;
  const { pointCandidates } = await load('core/digest/key-points/key-points.ts');
  const { askRemoteModel } = await load('adapters/models/remote.ts');
  const shown = Object.fromEntries(Object.keys(RULES).map((name) => [`model: ${name}`, []]));
  let now = null;
  const { server, address } = await served((offered) => ({ most: now.most, choice: now.rule(now.row, offered) }));
  try {
    for (const { lesson, forests } of judged) {
      const { candidates, most } = pointCandidates(lesson.article, OFFERED, forests);
      for (const [name, rule] of Object.entries(RULES)) {
        now = { row: lesson.row, most, rule };
        const model = { address, name: 'rule', key: '' };
        const answer = await askRemoteModel(model, lesson.article, candidates, most, AbortSignal.timeout(10_000));
        shown[`model: ${name}`].push(answer.ok ? answer.value.map((i) => candidates[i].text) : []);
      }
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return shown;
}

/** Three devices that write, lose their connection and are killed, with their server: all must end up the same, nothing lost, nothing doubled. */
import { startCouch } from '../../dev/couch.mjs';
import { random } from '../../train/random.mjs';
import { call, pageOf } from './sync-page.mjs';

/** Pages closed in the middle of a round, and servers stopped. */
const KILLS = 200;
const DEVICES = 3;

/** Answers 0 where nothing was lost. Every acknowledged tag must be on its note at the end, and every note's last words must be somebody's. */
export async function soak({ browser, face, folder, notes }) {
  const share = random(20_261_128);
  const next = (end) => Math.floor(share() * end);
  let couch = await startCouch({ folder });
  const { port, origin, user, password } = couch;
  const server = { url: `${origin}/lede`, user, password };
  const contexts = await Promise.all(Array.from({ length: DEVICES }, () => browser.newContext()));
  const pages = await Promise.all(contexts.map((context) => pageOf(context, origin, face)));
  await call(pages[0], 'stock', notes);
  await call(pages[0], 'create', server);
  for (const page of pages) {
    await call(page, 'start', server);
    await call(page, 'round');
  }
  const tags = new Map();
  const written = new Map();
  let [edits, kills, restarts] = [0, 0, 0];
  while (kills < KILLS) {
    const place = next(DEVICES);
    for (let many = next(5); many > 0; many -= 1) {
      const id = `n${next(notes)}`;
      edits += 1;
      if (next(2) === 0) {
        if (await call(pages[place], 'tag', id, `t${edits}`)) tags.set(`t${edits}`, id);
      } else if (await call(pages[place], 'edit', id, `words ${edits}`)) {
        written.set(id, [...(written.get(id) ?? []), `words ${edits}`]);
      }
    }
    couch.state.delayMs = next(4) === 0 ? 40 : 0;
    const going = call(pages[place], 'tryRound').catch(() => 'killed');
    await new Promise((resolve) => setTimeout(resolve, next(250)));
    const act = next(4);
    if (act === 0) {
      await couch.stop();
      await going;
      couch = await startCouch({ folder, port });
      restarts += 1;
      kills += 1;
    } else if (act === 1) {
      await pages[place].close({ runBeforeUnload: false });
      await going;
      pages[place] = await pageOf(contexts[place], origin, face);
      kills += 1;
    } else await going;
  }
  couch.state.delayMs = 0;
  const all = await converge(pages);
  console.log(`${notes} notes, ${DEVICES} devices, ${edits} edits, ${kills} kills (${restarts} of the server)`);
  if (!all) {
    console.log('the devices differ');
    return 1;
  }
  const byId = new Map(all.map((note) => [note.id, note]));
  const lostTags = [...tags].filter(([tag, id]) => !byId.get(id)?.tags.includes(tag));
  const lostWords = [...written].filter(
    ([id, own]) => !byId.get(id)?.words.includes(own.at(-1)) && !byId.get(id)?.words.some((one) => own.includes(one)),
  );
  console.log(
    `lost: ${lostTags.length} of ${tags.size} tags, words of ${lostWords.length} of ${written.size} notes; doubled: ${all.length - notes}`,
  );
  await couch.stop();
  return lostTags.length + lostWords.length + Math.abs(all.length - notes) > 0 ? 1 : 0;
}

/** Rounds until all devices hold the same and nothing waits; null where they never do. */
async function converge(pages) {
  for (let turn = 0; turn < 12; turn += 1) {
    for (const page of pages) await call(page, 'round');
    const all = await Promise.all(pages.map((page) => call(page, 'all')));
    const waiting = await Promise.all(pages.map((page) => call(page, 'waiting')));
    if (new Set(all.map((one) => JSON.stringify(one))).size === 1 && waiting.every((count) => count === 0))
      return all[0];
  }
  return null;
}

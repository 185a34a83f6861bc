/** Checks a soak test: every acknowledged change must survive, unless a device that had seen it overwrote it. */

/** The clock of the field that each kind of act changes. All tags count as one field. */
const CLASS = { text: 'text', add: 'text', tag: 'tag:', colour: 'colour' };
const clockOf = (clocks = {}, kind) =>
  Object.entries(clocks).reduce((last, [field, clock]) => {
    const own = field.startsWith('tag:') ? 'tag:' : field;
    return own === kind && clock > last ? clock : last;
  }, '');

/**
 * `ledger`: `{act, id, value, acked, seen, clocks, wasLive}` of every act, oldest first. `seen` holds the texts that
 * the person saw and replaced, `clocks` the note's clocks after the act. `notes`, `entries`: the records that all
 * devices have. Returns the faults by kind, as sentences.
 */
export function faultsOf(ledger, { notes, entries }, stocked) {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const byNote = Map.groupBy ? Map.groupBy(ledger, ({ id }) => id) : groupBy(ledger);
  const lost = [];
  const doubled = [];
  for (const [id, acts] of byNote) {
    const note = byId.get(id);
    if (!note) {
      if (acts.some(({ acked }) => acked)) lost.push(`${id} is gone`);
      continue;
    }
    lost.push(...lostFields(id, note, acts), ...lostToDeletion(id, note, acts));
  }
  for (let at = 0; at < stocked; at += 1) if (!byId.has(`n${at}`)) lost.push(`n${at} is gone`);
  doubled.push(
    ...repeated(
      notes.map(({ quote }) => quote.exact),
      'a passage',
    ),
  );
  const live = entries.filter(({ deletedAt }) => deletedAt === undefined);
  doubled.push(
    ...repeated(
      live.map(({ urlKey }) => urlKey),
      'an entry',
    ),
  );
  for (const { id, text, alts } of notes) {
    doubled.push(...repeated([text, ...Object.values(alts)], `words of ${id}`));
  }
  return { lost, doubled };
}

function groupBy(ledger) {
  const groups = new Map();
  for (const act of ledger) groups.set(act.id, [...(groups.get(act.id) ?? []), act]);
  return groups;
}

/** Tags must stay, a text unless somebody saw and replaced it, and a colour unless a later one replaced it. */
function lostFields(id, note, acts) {
  const words = new Set([note.text, ...Object.values(note.alts)]);
  const seen = new Set(acts.flatMap((act) => act.seen ?? []));
  return acts
    .filter(({ acked }) => acked)
    .flatMap(({ act, value, clocks }) => {
      if (act === 'tag' && !note.tags.includes(value)) return [`tag ${value} of ${id}`];
      if ((act === 'text' || act === 'add') && !words.has(value) && !seen.has(value))
        return [`words ${value} of ${id}`];
      return act === 'colour' && (note.clocks.colour ?? '') < clocks.colour ? [`colour of ${id}`] : [];
    });
}

/** An edit that a deletion had not seen must win; a deletion that had seen every edit must stay. */
function lostToDeletion(id, note, acts) {
  const deletions = acts.filter(({ act, clocks }) => act === 'delete' && clocks);
  // A tag added to a note in the bin does not contradict the deletion, because the deletion was known.
  const edits = acts.filter(({ act, acked, revived }) => acked && act in CLASS && !(act === 'tag' && revived));
  const unseenBy = ({ clocks }) =>
    edits.filter((edit) => clockOf(edit.clocks, CLASS[edit.act]) > clockOf(clocks, CLASS[edit.act]));
  if (note.deletedAt !== undefined) {
    const deletion = deletions.find(({ clocks }) => clocks.deletedAt === note.clocks.deletedAt);
    return deletion && unseenBy(deletion).length ? [`an edit of ${id}, to a deletion that had not seen it`] : [];
  }
  if (acts.some(({ acked, act }) => !acked || act === 'restore')) return [];
  const last = deletions.filter(({ acked, wasLive }) => acked && wasLive).at(-1);
  const revived = deletions.length > 1 || edits.some(({ revived }) => revived);
  return last && !revived && !unseenBy(last).length ? [`the deletion of ${id}`] : [];
}

function repeated(values, what) {
  const met = new Set();
  return values.flatMap((value) => {
    if (met.has(value)) return [`${what}: ${value}`];
    met.add(value);
    return [];
  });
}

/** The tags of the library: which there are, how often, and how a set of them changes. */

/** Tags of a record after some are added and some removed; adding wins. Sorted, each once. */
export function withTags(tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const gone = new Set(remove);
  return [...new Set([...tags.filter((tag) => !gone.has(tag)), ...add])].toSorted();
}

/**
 * The tags after a person edited `base`, which they saw, into `typed`. Their additions and removals are applied to the
 * current `tags`, so that a tag that arrived in the meantime from another window or device stays.
 */
export function editedTags(tags: readonly string[], typed: readonly string[], base: readonly string[]): string[] {
  const removed = base.filter((tag) => !typed.includes(tag));
  return withTags(
    tags,
    typed.filter((tag) => !base.includes(tag)),
    removed,
  );
}

/** Between tags as they are typed: a comma of any script. */
const COMMA = /\s*[,،，、;；]\s*/;

/** The tags in what a person typed, in order, each once. */
export function tagsOf(typed: string): string[] {
  return [...new Set(typed.split(COMMA).map((tag) => tag.trim().replace(/^#/, '')))].filter(Boolean);
}

/** Tags offered at once. */
const OFFERED = 6;

/**
 * Tags of the library that complete what is being typed, those that begin so first, else in the order of `all` (most
 * used first); without those that are `chosen` and without what is typed already. Nothing typed: nothing.
 */
export function completions(all: readonly string[], typed: string, chosen: readonly string[]): string[] {
  const asked = typed.trim().replace(/^#/, '').toLocaleLowerCase();
  if (!asked) return [];
  const free = all.filter((tag) => !chosen.includes(tag) && tag !== typed.trim());
  const rankOf = (tag: string): number => {
    const plain = tag.toLocaleLowerCase();
    if (plain.startsWith(asked)) return 0;
    return new RegExp(`[\\s/_-]${asked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(plain) ? 1 : 2;
  };
  const ranked = free.map((tag) => ({ tag, rank: rankOf(tag) })).filter(({ rank }) => rank < 2);
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ tag }) => tag)
    .slice(0, OFFERED);
}

/** Every tag with the number of live records that carry it, most used first, then by name. */
export function countTags(
  records: readonly { tags: string[]; deletedAt?: number }[],
): { tag: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags, deletedAt } of records) {
    if (deletedAt !== undefined) continue;
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

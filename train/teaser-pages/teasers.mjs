/** Makes teasers of other articles: a title, a whole or truncated excerpt, and details around them. */

const words = (text) =>
  text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2}|[\p{L}\p{M}]{4,}/gu) ?? [];
const unspaced = (lang) => /^(?:zh|ja|th)/.test(lang);
/** Lengths of excerpts in code units. Scripts without spaces need a third of that. */
const EXCERPT = { from: 90, to: 340 };

/** The paragraphs of an article that can be an excerpt. */
const paragraphs = (article) =>
  article.blocks.filter(({ kind, text }) => kind === 'p' && text.length > (unspaced(article.lang) ? 40 : 100));

/** Share of an article's words that another article has too (0–1). */
export function sharedWords01(a, b) {
  const own = (article) => (article.vocabulary ??= new Set(words(article.blocks.map(({ text }) => text).join(' '))));
  const [one, two] = [own(a), own(b)];
  const [few, many] = one.size < two.size ? [one, two] : [two, one];
  if (!few.size) return 0;
  let both = 0;
  for (const word of few) if (many.has(word)) both++;
  return both / few.size;
}

/** An excerpt that ends with a sentence or is truncated at a word. */
function excerptOf(article, { pick, whole, next }) {
  const text = pick(paragraphs(article))?.text ?? article.title;
  const scale = unspaced(article.lang) ? 1 / 3 : 1;
  const most = Math.round(whole(EXCERPT.from, EXCERPT.to) * scale);
  const how = next();
  if (how < 0.25) {
    const sentence = /^.*?[.!?。！？।](?=\s|$|[^.])/u.exec(text.slice(0, 600))?.[0] ?? text;
    if (sentence.length > 30 * scale && sentence.length < 500) return sentence;
  }
  if (text.length <= most) return text;
  let cut = text.slice(0, most);
  if (!unspaced(article.lang)) cut = cut.replace(/\s+\S*$/, '');
  cut = cut.replace(/[\p{P}\s]+$/u, '');
  return how < 0.6 ? cut : `${cut}${pick(['...', '…', ' …', '……', ' [...]', '…»'])}`;
}

/** Words of an article that its site could use as tags. */
const tagsOf = (article, { sample, whole }) =>
  sample(
    [...new Set(words(article.title + article.blocks[0].text))].filter((word) => word.length < 14),
    whole(1, 3),
  );

/**
 * Teasers for one page, of other articles in the same language. With `near`, those with the most words in common.
 *
 * @returns `{title, excerpt, tags, href, image, article}`, none of whose texts stands in the page's own body
 */
export function teasersFor(article, pool, count, chance, near) {
  const { sample, whole, letters, maybe, pick } = chance;
  const others = pool.filter((other) => other !== article && other.title !== article.title);
  const some = sample(others, Math.max(count * (near ? 8 : 2), count + 4));
  if (near) some.sort((a, b) => sharedWords01(article, b) - sharedWords01(article, a));
  const body = article.blocks.map(({ text }) => text).join('\n');
  const style = pick([
    '/a/#.html',
    '/#',
    '/news/2024/#',
    '/p?id=#',
    'https://other.example/#',
    '/#-title',
    '/article-#.htm',
  ]);
  const teasers = [];
  for (const other of some) {
    if (teasers.length === count) break;
    let title = other.title.replace(/\s+/g, ' ').trim();
    if (maybe(0.12) && title.length > 30)
      title = `${title.slice(0, Math.floor(title.length * 0.7)).replace(/\s\S*$/, '')}…`;
    const excerpt = excerptOf(other, chance);
    if (body.includes(title) || body.includes(excerpt.slice(0, 30))) continue;
    teasers.push({
      title,
      excerpt,
      tags: tagsOf(other, chance),
      href: style.replace('#', letters(whole(4, 8))),
      image: `/img/${letters(6)}.jpg`,
      article: other,
    });
  }
  return teasers;
}

/** Finds faults in key points that confuse a reader of the list alone. Independent of how Lede chooses them. */

/**
 * First words that depend on the sentence before, by language. Written for this check, separate from the lists in src.
 */
const LEANING = {
  en: new RegExp(
    String.raw`^(?:this|that|these|those|it|its|it['’]s|he|she|they|their|his|her|but|and|or|so|however` +
      String.raw`|therefore|moreover|furthermore|also|then|thus|meanwhile|instead|besides|additionally` +
      String.raw`|consequently|nevertheless|still|yet|because|which|such|here|there|for example|for instance` +
      String.raw`|in addition|as a result|in other words|on the other hand|in contrast)\b`,
    'iu',
  ),
  de: new RegExp(
    String.raw`^(?:dies\p{L}{0,2}|das|er|sie|es|ihr\p{L}{0,2}|seine?\p{L}?|aber|und|oder|doch|jedoch|daher` +
      String.raw`|deshalb|außerdem|dann|dabei|damit|dort|hier|zudem|also)(?!\p{L})`,
    'iu',
  ),
  fr: new RegExp(
    String.raw`^(?:il|elle|ils|elles|ce|cela|ceci|c['’]est|cet|cette|ces|mais|et|ou|donc|ainsi|puis|ensuite` +
      String.raw`|cependant|son|sa|ses|leurs?)(?!\p{L})`,
    'iu',
  ),
  es: new RegExp(
    String.raw`^(?:él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|pero|y|o|así|entonces|también|además` +
      String.raw`|sin embargo|su|sus)(?!\p{L})`,
    'iu',
  ),
  pt: /^(?:ele|ela|eles|elas|isto|isso|este|esta|mas|e|ou|assim|então|também|além|seu|sua)(?!\p{L})/iu,
  ru: new RegExp(
    String.raw`^(?:он|она|оно|они|это|этот|эта|эти|его|её|ее|их|но|и|а|однако|поэтому|также|кроме|затем` +
      String.raw`|потом|там|тогда)(?!\p{L})`,
    'iu',
  ),
  el: /^(?:αυτός|αυτή|αυτό|αυτοί|αυτά|αλλά|και|όμως|ωστόσο|επίσης|έτσι|τότε|εκεί)(?!\p{L})/iu,
  pl: /^(?:on|ona|ono|oni|to|ten|ta|te|jego|jej|ich|ale|i|a|jednak|dlatego|ponadto|także|też|tam|tu|wtedy)(?!\p{L})/iu,
  vi: /^(?:nó|họ|điều này|điều đó|đây|đó|nhưng|và|tuy nhiên|vì vậy|do đó|ngoài ra|sau đó|theo đó|đồng thời)(?!\p{L})/iu,
  zh: /^(?:这|那|此|它|他|她|其|该|但|而|所以|因此|于是|然后|接着|并且|或者|同时|另外|此外|不过|然而|例如|比如)/u,
  ja: /^(?:これ|それ|あれ|この|その|あの|ここ|そこ|しかし|そして|また|だが|さらに|例えば|つまり|彼)/u,
  ko: /^(?:그는|그녀는|그들은|그것은|이는|이것은|그러나|그리고|하지만|그래서|또한|따라서|이에|한편)(?!\p{L})/u,
  ar: /^(?:هو|هي|هم|هذا|هذه|ذلك|تلك|لكن|ولكن|ثم|كما|أيضا)(?!\p{L})/u,
};

/** The end of a sentence. French and some other languages put a space before a closing mark. */
const END = /[.!。！｡…।॥۔։།။។]\s?["'”’»)\]）」』】]*$/u;
const QUESTION = /[?？؟]["'”’»)\]）」』】]*$/u;
const CAPTION = new RegExp(
  String.raw`^(?:photo|image|picture|figure|source|credit|фото|источник|图|圖|图片|来源|사진|ảnh|foto|quelle` +
    String.raw`|zdjęcie|źródło|φωτο)[^.]{0,40}[:：/]`,
  'iu',
);
const BYLINE =
  /^(?:by [\p{Lu}]|posted |published |updated |written by|reporting by|автор[:\s]|作者[:：简簡]|(?:本报)?[记記]者[:：\s]|기자[:：])/u;
const NOTICE = new RegExp(
  String.raw`©|all rights reserved|subscribe to|sign up (?:for|to)|newsletter|click here|read more|cookie` +
    String.raw`|follow us|все права защищены|版权所有|未经许可|转载|点击(?:这里|此处)|무단 전재|prawa zastrzeżone`,
  'iu',
);

const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const WORD = new RegExp(String.raw`${WIDE}|(?:(?!${WIDE})[\p{L}\p{M}\p{N}])+`, 'gu');
const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];

function alike(a, b) {
  const x = new Set(wordsOf(a));
  const y = new Set(wordsOf(b));
  const both = [...x].filter((word) => y.has(word)).length;
  return both / Math.max(1, x.size + y.size - both);
}

/** The names of the faults of one point among others; empty if there are none. */
export function faultsOf(point, { language, title, article, others }) {
  const text = point.text;
  const bare = text.replace(/^[\s"'“‘«„「『（([]+/u, '');
  const faults = [];
  if (article.text.slice(point.start, point.end) !== text) faults.push('not verbatim');
  if (QUESTION.test(text) || (language === 'el' && text.endsWith(';'))) faults.push('question');
  else if (!END.test(text)) faults.push('no end');
  if (/^\p{Ll}/u.test(bare) && !/^(?:zh|ja|ko|th)$/.test(language)) faults.push('begins inside');
  if (LEANING[language]?.test(bare)) faults.push('leans back');
  if (wordsOf(text).length < 5) faults.push('short');
  for (const [open, close] of ['“”', '«»', '「」', '『』', '()', '（）', '【】']) {
    if (text.split(open).length !== text.split(close).length && !(open === '“' && text.includes('„')))
      faults.push('half a pair');
  }
  if (CAPTION.test(bare)) faults.push('caption');
  if (BYLINE.test(bare)) faults.push('byline');
  if (NOTICE.test(text)) faults.push('notice');
  if (title && alike(text, title) > 0.75) faults.push('repeats the title');
  if (others.some((other) => other !== point && alike(text, other.text) > 0.7)) faults.push('repeats a point');
  return faults;
}

/**
 * Makes a page with any number of words: varied sentences and headings, surrounded by what pages usually have around an
 * article.
 */
const NOUNS = 'harbour orchard bridge archive ferry bakery observatory canal library mill lighthouse market'.split(' ');
const PEOPLE = ['the keeper', 'her neighbours', 'a retired pilot', 'the town clerk', 'two apprentices', 'the children'];
const VERBS = 'kept mended measured opened counted painted moved recorded shared rebuilt described forgot'.split(' ');
const THINGS = 'ropes ledgers lamps charts windows barrels letters wheels seeds bells maps stones'.split(' ');
const SHAPES = [
  (w) => `In ${w.year} the ${w.a} beside the ${w.b} was ${w.verb} by people who had never seen the ${w.c}.`,
  (w) => `Nobody in the village could say why ${w.who} ${w.verb} the ${w.things}, and few had asked.`,
  (w) => `What remained of the ${w.a} was sold for ${w.number} crowns, which paid for new ${w.things}.`,
  (w) => `A winter later ${w.who} wrote that the ${w.b} needed ${w.number} ${w.things} and a patient hand.`,
  (w) => `The council voted, ${w.number} against eleven, to give the ${w.c} back to those who ${w.verb} it.`,
  (w) => `Since ${w.year}, visitors have come to see how ${w.things} are ${w.verb} without haste or machines.`,
  (w) => `Engineers from the city drew a plan of the ${w.a}; ${w.who} drew a better one on a paper bag.`,
  (w) => `It took ${w.number} days to carry the ${w.things} across the ${w.b} before the ice broke.`,
  (w) => `Every ${w.a} has a rule that strangers learn late: the ${w.things} are touched by ${w.who} alone.`,
];

function sentence(n) {
  const pick = (list, step) => list[(n * step + Math.floor(n / list.length)) % list.length];
  return SHAPES[(n * 4 + Math.floor(n / 7)) % SHAPES.length]({
    a: pick(NOUNS, 1),
    b: pick(NOUNS, 5),
    c: pick(NOUNS, 7),
    who: pick(PEOPLE, 1),
    verb: pick(VERBS, 5),
    things: pick(THINGS, 7),
    year: 1800 + ((n * 37) % 220),
    number: 12 + ((n * 53) % 480),
  });
}

/** The page's markup. */
export function longArticle(words) {
  const paragraphs = [];
  let count = 0;
  for (let n = 0, said = 0; count < words; n++) {
    const sentences = Array.from({ length: 3 + (n % 4) }, () => sentence(said++));
    if (n % 9 === 0) paragraphs.push(`<h2>Part ${n / 9 + 1}: the ${NOUNS[n % NOUNS.length]} and its keepers</h2>`);
    paragraphs.push(`<p>${sentences.join(' ')}</p>`);
    count += sentences.join(' ').split(' ').length;
  }
  const teaser =
    '<div class="x1"><a href="/other"><b>Ten bridges that no map has ever shown</b></a><p>Some bridges are ' +
    'crossed every day and yet</p></div>';
  return (
    '<!doctype html><html lang="en"><head><title>Keepers of small places</title></head><body><nav><a ' +
    'href="/">Home</a></nav><article><h1>Keepers of small places' +
    `</h1>${paragraphs.join('')}${teaser.repeat(4)}</article><aside>Subscribe</aside></body></html>`
  );
}

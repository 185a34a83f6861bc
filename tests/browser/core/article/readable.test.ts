import { describe, expect, it } from 'vitest';
import { READABLE_WEIGHTS } from '../../../../src/core/article/readable-weights.ts';
import { FEATURES, readable, readableFeatures } from '../../../../src/core/article/readable.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const SENTENCES = {
  en: 'The bees have come back to the roofs of the city, and the keepers who had nearly given up count hives again. ',
  ja: '今年の春、街の屋上にミツバチが戻ってきた。養蜂家たちは、あきらめかけていた巣箱を数え直している。',
  zh: '今年春天，蜜蜂回到了城市的屋顶，差点放弃的养蜂人又开始数蜂箱。没有人知道这是为什么。',
  ar: 'عاد النحل هذا الربيع إلى أسطح المدينة، وبدأ النحالون الذين كادوا يستسلمون بعد الخلايا من جديد. ',
  th: 'ฤดูใบไม้ผลินี้ผึ้งกลับมาที่หลังคาของเมือง และคนเลี้ยงผึ้งที่เกือบจะยอมแพ้ก็เริ่มนับรังอีกครั้ง ',
  hi: 'इस वसंत में मधुमक्खियाँ शहर की छतों पर लौट आईं और पालक फिर से छत्ते गिनने लगे। ',
};
const links = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<li><a href="/${at}">Thing number ${at} for sale</a> <span>$${at}.99</span></li>`,
  ).join('');

describe('readable', () => {
  it.each(Object.entries(SENTENCES))('finds an article in %s, however it is marked up', (_lang, sentence) => {
    const text = sentence.repeat(4);
    const menu = `<ul>${links(12)}</ul>`;
    expect(readable(page(`<body>${menu}<h1>x</h1>${`<p>${text}</p>`.repeat(6)}`)).readable).toBe(true);
    expect(readable(page(`<body>${menu}<h1>x</h1><div>${`${text}<br><br>`.repeat(6)}</div>`)).readable).toBe(true);
    expect(
      readable(page(`<body>${menu}<table><tr><td>${`<div>${text}</div>`.repeat(6)}</td></tr></table>`)).readable,
    ).toBe(true);
  });

  it('finds an article in a plain text', () => {
    const document = page('<pre></pre>');
    const [pre] = document.getElementsByTagName('pre');
    if (pre) pre.textContent = Array.from({ length: 12 }, () => SENTENCES.en.repeat(3)).join('\n\n');
    expect(readable(document).readable).toBe(true);
  });

  it('finds no article in a shop, a menu, a form or an empty page', () => {
    expect(readable(page(`<meta property="og:type" content="product.group"><ul>${links(60)}</ul>`)).readable).toBe(
      false,
    );
    expect(readable(page(`<nav><ul>${links(200)}</ul></nav><p>© Lark</p>`)).readable).toBe(false);
    expect(readable(page('<form><input><button>Sign in</button></form>')).readable).toBe(false);
    expect(readable(page('')).readable).toBe(false);
  });

  it('changes nothing, and is bounded on 100,000 nodes and on names that shadow methods', () => {
    const shadows = '<img name="getElementsByTagName"><img name="createTreeWalker"><img name="body">';
    const document = page(`${shadows}${'<p>word word <a href="/x">link</a></p>'.repeat(33_000)}`);
    const before = document.documentElement.outerHTML.length;
    const started = performance.now();
    expect(readable(document).score01).toBeLessThanOrEqual(1);
    expect(performance.now() - started).toBeLessThan(2500); // a hundred times the usual time, for busy machines
    expect(document.documentElement.outerHTML.length).toBe(before);
  });

  it('has a weight for every feature', () => {
    expect(READABLE_WEIGHTS.weights).toHaveLength(FEATURES.length);
    expect(readableFeatures(page('<p>x</p>'))).toHaveLength(FEATURES.length);
    expect(Number.isFinite(READABLE_WEIGHTS.bias)).toBe(true);
  });
});

/**
 * Counts the markup in a page's expected Markdown (code languages, footnote marks, formulas), and how much of each an
 * extractor kept.
 */

const FENCE = /^[ >\t]*(`{3,})[ ]*([\w+#-]*)[^\n]*\n[\s\S]*?^[ >\t]*\1[ ]*$/gm;
const CODE = /`[^`\n]*`/g;
const FORMULA = /\$\$[\s\S]+?\$\$|(?<![\\$\d])\$(?!\s)[^$\n]+?(?<!\s)\$(?!\d)/g;
const MARK = /\[\^[^\]]+\](?!:)/g;

/** Maps spellings of a language to one name. */
const SAME = new Map(
  Object.entries({
    js: 'javascript',
    ts: 'typescript',
    'c++': 'cpp',
    sh: 'bash',
    shell: 'bash',
    py: 'python',
    yml: 'yaml',
  }),
);
const languageOf = (name) => SAME.get(name.toLowerCase()) ?? name.toLowerCase();

/**
 * Returns `{languages, marks, formulas}`: the language of each code block, and two counts. The expected files begin
 * with a block of JSON that is not part of the page.
 */
export function expectedMarkup(markdown) {
  const body = markdown.replace(/^```json\n[\s\S]*?\n```\n/, '');
  const languages = [...body.matchAll(FENCE)].map((fence) => languageOf(fence[2])).filter(Boolean);
  const prose = body.replace(FENCE, '').replace(CODE, '');
  return { languages, marks: prose.match(MARK)?.length ?? 0, formulas: prose.match(FORMULA)?.length ?? 0 };
}

/** How many of the expected names are among the given ones. Each given name counts once. */
function shared(expected, given) {
  const left = [...given];
  return expected.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

/** `{languages: [kept, expected], marks: …, formulas: …}` summed over pages; `short` lists pages that lack some. */
export function markupKept(pages, predictions) {
  const sums = { languages: [0, 0], marks: [0, 0], formulas: [0, 0] };
  const short = [];
  for (const [at, { id, expectedMarkdown }] of pages.entries()) {
    if (!expectedMarkdown) continue;
    const expected = expectedMarkup(expectedMarkdown);
    const { languages = [], marks = 0, math = 0 } = predictions[at].counts ?? {};
    const kept = {
      languages: shared(
        expected.languages,
        languages.map((name) => languageOf(name)),
      ),
      marks: Math.min(expected.marks, marks),
      formulas: Math.min(expected.formulas, math),
    };
    for (const [name, sum] of Object.entries(sums)) {
      const wanted = name === 'languages' ? expected.languages.length : expected[name];
      sum[0] += kept[name];
      sum[1] += wanted;
      if (kept[name] < wanted) short.push(`${id} ${name} ${kept[name]}/${wanted}`);
    }
  }
  return { sums, short };
}

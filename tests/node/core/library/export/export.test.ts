/** Exports can be read by other programs, and nothing in them runs. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../../../src/core/library/export/html.ts';
import { obsidianTag } from '../../../../../src/core/library/export/markdown.ts';
import { csvOf, plainCell } from '../../../../../src/core/library/export/csv.ts';
import { EXPORT_FORMATS } from '../../../../../src/core/library/export/export.ts';
import { createNames } from '../../../../../src/core/library/export/file-name.ts';
import { textOfHtml } from '../../../../../src/core/library/import/html-text.ts';
import { linesOf, parseJson } from '../../../../../src/core/library/import/json-lines.ts';
import type { Records } from '../../../../../src/core/library/records.ts';
import { directiveOf, linkTo } from '../../../../../src/core/library/text-fragment.ts';
import { exported } from '../../../../fakes/exported.ts';
import { NOW_MS, libraries, words } from '../../../../fakes/library.ts';

const EVIL = '</style><script>alert(1)</script>"\' onload=x --> ]]> `=cmd|x`\n# heading\n- item';
const evil = (): Records => {
  const [library] = fc.sample(
    libraries.filter(({ notes, entries }) => notes.length > 1 && entries.length > 0),
    { seed: 7, numRuns: 1 },
  );
  if (!library) throw new Error('a library');
  return {
    entries: library.entries.map((entry) => ({ ...entry, title: EVIL, byline: EVIL, siteName: EVIL })),
    notes: library.notes.map((note) => ({ ...note, text: EVIL, quote: { ...note.quote, exact: EVIL, heading: EVIL } })),
    articles: [],
  };
};

describe('every format', () => {
  it('has one file (Markdown one for each article) with a name valid on every system', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        for (const format of EXPORT_FORMATS) {
          const files = await exported(format, library, NOW_MS);
          expect(files).toHaveLength(format === 'markdown' ? library.entries.length : 1);
          expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
          for (const { name } of files) expect(name).not.toMatch(/[\\/:*?"<>|\n]|^\.|^$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out what is in the bin', async () => {
    const library = evil();
    const binned = { ...library, notes: library.notes.map((note) => ({ ...note, deletedAt: 1 })) };
    expect((await exported('text', binned, NOW_MS))[0]?.text).not.toContain('“');
  });
});

describe('HTML', () => {
  it('has no tag, attribute or style that a page or a person wrote', async () => {
    const [file] = await exported('html', evil(), NOW_MS);
    const text = file?.text ?? '';
    expect(text.match(/<script/gi)).toBeNull();
    expect(text.match(/<\/style>/gi)).toHaveLength(1);
    expect(text).toContain("default-src 'none'");
    const tags = new Set(
      (text.match(/<[a-z!/][^>]*>/gi) ?? []).map((tag) => /^<\/?([a-z0-9!]+)/i.exec(tag)?.[1]?.toLowerCase()),
    );
    const known = [
      '!doctype',
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'article',
      'h1',
      'p',
      'a',
      'blockquote',
      'span',
      'hr',
      'mark',
    ];
    expect([...tags].filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
  });
  it('escapes text so that parsing it returns the same words', () => {
    fc.assert(
      fc.property(words, (text) => {
        const plain = text
          .split('\n')
          .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
          .filter(Boolean)
          .join('\n');
        expect(textOfHtml(escapeHtml(text))).toBe(plain);
      }),
    );
  });
});

describe('Markdown', () => {
  it('has front matter that is YAML, and quotes that stay quotes', async () => {
    for (const { text } of await exported('markdown', evil(), NOW_MS)) {
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      for (const line of front.split('\n'))
        expect(line).toMatch(/^(?:[a-z]+: ("(?:[^"\\\n]|\\.)*"|[\dTZ:.-]+)|tags:|  - "(?:[^"\\\n]|\\.)*")$/);
      const quoted = body.split('\n').filter((line) => line.startsWith('>'));
      for (const line of quoted) expect(line).not.toMatch(/(?<!\\)<script|^> [#-] /);
    }
    expect(obsidianTag('to read, soon')).toBe('to-read-soon');
    expect(obsidianTag('2026')).toBe('_2026');
    expect(obsidianTag('工作/计划')).toBe('工作/计划');
  });
});

describe('tables', () => {
  it('have no cell that a spreadsheet would run, and one line for each Anki card', async () => {
    const csv = (await exported('csv', evil(), NOW_MS))[0]?.text ?? '';
    for (const row of Papa.parse<string[]>(csv.replace(/^\uFEFF/, '').trim()).data) {
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    const library = evil();
    const [anki] = await exported('anki', library, NOW_MS);
    expect(anki?.name).not.toBe((await exported('text', library, NOW_MS))[0]?.name);
    const lines = (anki?.text ?? '').trimEnd().split('\n');
    expect(lines).toHaveLength(4 + library.notes.length);
    for (const line of lines.slice(4)) expect(line.split('\t')).toHaveLength(4);
  });
});

describe('what a hostile page or file wrote', () => {
  const [base] = evil().notes;
  const [entry] = evil().entries;
  const withWords = async (format: 'csv' | 'anki' | 'markdown', exact: string) => {
    if (!base || !entry) throw new Error('a note');
    const note = { ...base, entryId: entry.id, text: exact, alts: {}, quote: { ...base.quote, exact } };
    const library = { entries: [{ ...entry, title: exact }], notes: [note], articles: [] };
    return (await exported(format, library, NOW_MS))[0]?.text ?? '';
  };

  it.each(['=1+1', ' =1+1', '\n=1+1', '＝1+1', '＠SUM(1)', 'a;=HYPERLINK("x")', 'a\t+1', 'a\n-1+cmd', "'=1", 'x|@y'])(
    'is not a formula in a table, with any separator: %j',
    async (cell) => {
      for (const separator of [',', ';', '\t', '|', '\n']) {
        for (const piece of (await withWords('csv', cell)).split(separator)) {
          expect(piece.replace(/^[\s"\uFEFF]+/, '')).not.toMatch(/^[=@＝＠+＋－]/);
        }
      }
    },
  );

  it('is restored unchanged from a guarded cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", ';', '\n', '\t', '|', ' ', 'a') });
    fc.assert(
      fc.property(cell, (text) => {
        if (!base || !entry) throw new Error('a note');
        const table = csvOf([{ entry, notes: [{ ...base, text, alts: {} }] }]);
        const [, row = []] = Papa.parse<string[]>(table.replace(/^\uFEFF/, ''), { delimiter: ',' }).data;
        expect(plainCell(row[4] ?? '')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing that Anki plays, runs or hides', async () => {
    const text = await withWords(
      'anki',
      '[sound:http://evil.example/x.mp3] [latex]\\input{x}[/latex] {{c1::x}} [$]x[/$] [anki:tts]',
    );
    expect(text.split('\n').slice(4).join('\n')).not.toMatch(/\[(?:sound|latex|\$|anki)|\{\{/);
  });

  it('is not HTML in Markdown, and a link in angle brackets stays', async () => {
    const text = await withWords(
      'markdown',
      'see <https://a.example> <script>x</script> <img src=x> </p> <% tp %> <!-- x --> 1 < 2',
    );
    const [, body = ''] = text.split(/\n---\n/);
    expect(body).not.toMatch(/(?<!\\)<(?:script|img|\/p|%|!)/);
    expect(body).toContain('see <https://a.example>');
    expect(body).toContain('1 < 2');
  });
});

describe('names of files', () => {
  it('never collide, whatever the titles are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Notes', 'notes', 'Notes (2)', 'Notes (3)', 'con', ''), { maxLength: 30 }),
        (titles) => {
          const nameOf = createNames();
          const names = titles.map((title) => nameOf(title).toLowerCase());
          expect(new Set(names).size).toBe(names.length);
        },
      ),
    );
    const nameOf = createNames();
    expect(['Notes', 'Notes', 'Notes (2)'].map((title) => nameOf(title))).toEqual([
      'Notes',
      'Notes (2)',
      'Notes (2) (2)',
    ]);
  });
});

describe('links to a passage', () => {
  it('quote it completely, or its ends if it is long, and keep a fragment', () => {
    expect(linkTo('https://a.example/x', 'two words')).toBe('https://a.example/x#:~:text=two%20words');
    expect(linkTo('https://a.example/x#part', 'a-b, c&d')).toBe('https://a.example/x#part:~:text=a%2Db%2C%20c%26d');
    const long = Array.from({ length: 60 }, (_unused, index) => `w${index}`).join(' ');
    expect(directiveOf(long)).toBe('w0%20w1%20w2%20w3%20w4%20w5,w54%20w55%20w56%20w57%20w58%20w59');
    expect(directiveOf('春'.repeat(200)).length).toBeLessThan(320);
    expect(() => directiveOf('\ud800 lone')).not.toThrow();
  });
});

describe('lines of JSON', () => {
  it('are those where values begin', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }), fc.nat(), (list, at) => {
        const text = JSON.stringify({ 'a "key"': 1, list }, null, 2);
        const index = at % list.length;
        const line = text.split('\n')[(linesOf(text, [['list', index]])[0] ?? 0) - 1] ?? '';
        const first = JSON.stringify(list[index], null, 2).split('\n')[0] ?? '';
        expect(line.trim().startsWith(first.slice(0, 1))).toBe(true);
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });
});

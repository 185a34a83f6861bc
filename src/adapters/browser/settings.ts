/**
 * Keeps the settings in the extension's own storage on this machine; every field has a default and is parsed when read.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Correction } from '../../core/article/removals/correction.ts';
import { PATH_MOST } from '../../core/article/removals/page-part.ts';
import { COLOURS } from '../../core/library/records.ts';

/** Themes of our pages; `system` follows the system's, high contrast included. */
export const THEMES = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'] as const;

/** Who may choose key points. */
export const MODELS = ['none', 'built-in', 'address'] as const;
/** Where Ollama listens. Source: its documentation, "OpenAI compatibility". */
export const OLLAMA_ADDRESS = 'http://127.0.0.1:11434/v1';

/** Sites are host names (`example.org`). Longest list of them that is kept. */
const SITES_MOST = 2_000;
const site = v.pipe(v.string(), v.maxLength(253));

/**
 * A list of which every element that fits is kept, the newest where there are too many: one that does not fit, or one
 * too many, must not cost all others.
 */
function listOf<Item extends v.GenericSchema>(item: Item, most: number) {
  const fitting = (all: unknown[]): v.InferOutput<Item>[] =>
    all.flatMap((one) => {
      const read = v.safeParse(item, one);
      return read.success ? [read.output] : [];
    });
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((all) => fitting(all).slice(-most)),
    ),
    () => [],
  );
}

/**
 * A block that the person wants kept on the whole site: its shape, as in `BroughtBack`, and the text of the block for
 * which it was chosen.
 */
const keptBlock = v.object({
  site: v.pipe(v.string(), v.maxLength(253)),
  shape: v.pipe(v.string(), v.maxLength(200)),
  sample: v.pipe(v.string(), v.maxLength(120)),
});
/** A block that is kept on a site. */
export type KeptBlock = v.InferOutput<typeof keptBlock>;
/** The shapes kept on a site (a host name). */
export function shapesOf(blocks: readonly KeptBlock[], site: string): string[] {
  return blocks.filter((block) => block.site === site).map(({ shape }) => shape);
}

/** A correction, as it is kept and as it travels. */
export const correctionSchema: v.GenericSchema<unknown, Correction> = v.object({
  keep: v.exactOptional(v.picklist(['more', 'less'])),
  part: v.exactOptional(
    v.object({
      path: v.pipe(v.string(), v.minLength(1), v.maxLength(PATH_MOST)),
      order: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
});
/** How the pages of a site (a host name) are read, as the person corrected it. */
const siteCorrection = v.object({
  site: v.pipe(v.string(), v.maxLength(253)),
  correction: correctionSchema,
});
/** The correction of one site. */
export type SiteCorrection = v.InferOutput<typeof siteCorrection>;
/** The correction of a site; null if there is none. */
export function correctionOf(all: readonly SiteCorrection[], site: string): Correction | null {
  return all.find((one) => one.site === site)?.correction ?? null;
}
/** The list with the correction of a site replaced, or removed if null. */
export function withCorrection(
  all: readonly SiteCorrection[],
  site: string,
  correction: Correction | null,
): SiteCorrection[] {
  const others = all.filter((one) => one.site !== site);
  return correction ? [...others, { site, correction }] : others;
}

/**
 * Typefaces of the reader; `serif` is Literata, `hyperlegible` Atkinson Hyperlegible, `dyslexic` OpenDyslexic, the
 * others are the system's own.
 */
export const TYPEFACES = ['serif', 'sans', 'mono', 'hyperlegible', 'dyslexic'] as const;
/** What the reader dims: nothing, all but some lines around the middle, or all but the sentence read aloud. */
export const FOCUSES = ['none', 'line'] as const;

/** Longest search that can be saved, in characters, and how many are kept. */
export const SEARCH_MOST = 500;
export const SEARCHES_MOST = 100;

const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** How the reader looks; sizes in px, widths in em of the reader's letters, line height as a multiple. */
const reading = v.object({
  typeface: v.fallback(v.picklist(TYPEFACES), 'serif'),
  sizePx: v.fallback(between(14, 36), 19),
  widthEm: v.fallback(between(26, 52), 36),
  lineHeight: v.fallback(between(1.2, 2.2), 1.6),
  /** Extra space between letters, em. */
  letterSpaceEm: v.fallback(between(0, 0.2), 0),
  justified: v.fallback(v.boolean(), false),
  focus: v.fallback(v.picklist(FOCUSES), 'none'),
  /** Words are read aloud at this multiple of the voice's own speed. */
  voiceRate: v.fallback(between(0.5, 3), 1),
  /** The voice chosen for a language, by BCP 47 primary subtag. */
  voices: v.fallback(v.record(v.string(), v.string()), () => ({})),
});
/** How the reader looks. */
export type ReaderSettings = v.InferOutput<typeof reading>;
/** How the reader looks by default. */
export const readerDefaults = (): ReaderSettings => ({
  typeface: 'serif',
  sizePx: 19,
  widthEm: 36,
  lineHeight: 1.6,
  letterSpaceEm: 0,
  ...{ justified: false, focus: 'none', voiceRate: 1, voices: {} },
});

/** One field a line: its shape, and the default that replaces a stored value of another shape. */
const fields = {
  theme: v.fallback(v.picklist(THEMES), 'system'),
  /** BCP 47; empty for the browser's own. */
  language: v.fallback(v.pipe(v.string(), v.maxLength(35)), ''),
  /** The tab of popup and panel that was open last. */
  tab: v.fallback(v.picklist(['outline', 'points', 'notes']), 'outline'),
  /** Outline, key points and notes as one tree in reading order. */
  oneTree: v.fallback(v.boolean(), false),
  /** The colour used last. */
  colour: v.fallback(v.picklist(COLOURS), 'yellow'),
  /** Sites that open as calm pages. */
  calmSites: listOf(site, SITES_MOST),
  /** Hidden blocks are counted on the button as pages of granted sites open: every article there is read for it. */
  badge: v.fallback(v.boolean(), false),
  /** Whether a backup is saved to the downloads folder every week; this needs a separate permission. */
  weeklyCopy: v.fallback(v.boolean(), false),
  /** Sites where the question whether highlights should be restored without a click was answered "not now". */
  askedSites: listOf(site, SITES_MOST),
  /** Sites with a correction by the person, and how their pages are to be read. */
  corrections: listOf(siteCorrection, SITES_MOST),
  /** Searches of the library that the person saved, as they were typed, in that order. */
  searches: listOf(v.pipe(v.string(), v.maxLength(SEARCH_MOST)), SEARCHES_MOST),
  compactList: v.fallback(v.boolean(), false),
  /** A few old highlights are shown above the library each day. */
  review: v.fallback(v.boolean(), false),
  keptBlocks: listOf(keptBlock, SITES_MOST),
  /** Sites (as `siteOf` names them) that the person joined: each shows what was highlighted at the other. */
  joinedSites: listOf(v.tuple([site, site]), SITES_MOST),
  reading: v.fallback(reading, readerDefaults),
  /** Who chooses key points: `none` (Lede itself), the browser's own model, or one behind an address. */
  model: v.fallback(v.picklist(MODELS), 'none'),
  modelAddress: v.fallback(v.pipe(v.string(), v.maxLength(500)), OLLAMA_ADDRESS),
  /** Empty for the first model there. */
  modelName: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
} as const;
const shape = v.object(fields);

/** All settings. */
export type Settings = v.InferOutput<typeof shape>;

/** The key of `storage.local` that holds them. */
const KEY = 'settings';

/** The defaults. */
export function defaultSettings(): Settings {
  return parse({});
}

function parse(kept: unknown): Settings {
  const record = typeof kept === 'object' && kept !== null ? kept : {};
  // Every field must be there for its fallback to be asked.
  return v.parse(shape, { ...Object.fromEntries(Object.keys(fields).map((name) => [name, undefined])), ...record });
}

/** The settings as they are now; the defaults where storage is refused. */
export async function readSettings(): Promise<Settings> {
  try {
    return parse((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return defaultSettings();
  }
}

/** Some fields, or a function of the settings as they are when their turn comes, as for a list that grows. */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>);

/**
 * Changes some fields and returns all settings as they are now. Never throws: if storage is refused, the change lasts
 * as long as this page.
 */
export function changeSettings(change: SettingsChange): Promise<Settings> {
  // One after the other: two changes at once would overwrite each other's fields.
  changing = changing.then(async () => {
    const now = await readSettings();
    const next = parse({ ...now, ...(typeof change === 'function' ? change(now) : change) });
    try {
      await browser.storage.local.set({ [KEY]: next });
    } catch {
      return next; // it lasts as long as this page is open
    }
    return next;
  });
  return changing;
}
let changing: Promise<Settings> = Promise.resolve(defaultSettings());

/** Calls back with the settings whenever any context changes them. */
export function onSettings(changed: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change) changed(parse(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/**
 * What sync carries over if the person wants it: not the model and its address, the voices of one machine, the open
 * tab, or the weekly copy, which needs a permission. Keys are not among the settings.
 */
export const travellingSettings = {
  read: async (): Promise<Record<string, unknown>> => travellingOf(await readSettings()),
  /** Takes over what may travel and has the right shape; everything else in `change` is ignored. */
  change: async (change: Readonly<Record<string, unknown>>): Promise<void> => {
    await changeSettings((now) => {
      const { reading, ...rest } = travellingOf(parse({ ...now, ...change }));
      return { ...rest, reading: { ...reading, voices: now.reading.voices } };
    });
  },
};

function travellingOf(settings: Settings) {
  const { model: _model, modelAddress: _address, modelName: _name, tab: _tab, weeklyCopy: _copy, ...rest } = settings;
  const { voices: _voices, ...reading } = settings.reading;
  return { ...rest, reading };
}

/** The settings as a file's text, and back: null if a text is not one of ours. Unknown fields are left out. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ lede: 'settings', version: 1, settings }, null, 2)}\n`;
}

const file = v.object({
  lede: v.literal('settings'),
  version: v.number(),
  settings: v.record(v.string(), v.unknown()),
});

/** Which language model is used, and its address. */
export type ModelChoice = Pick<Settings, 'model' | 'modelAddress' | 'modelName'>;

/** A settings file as it may be taken over. */
export interface SettingsFromFile {
  /** Everything that does not change who is sent an article's sentences. */
  settings: Settings;
  /**
   * The model behind an address that the file asks for, where it differs from the present one. A file may come from
   * anybody: the person must be asked, with the address named, before this is taken over.
   */
  model: ModelChoice | null;
}

/** Reads a settings file and compares it with the present settings; null if the text is not one. */
export function parseSettingsFile(text: string, now: Settings): SettingsFromFile | null {
  let read: Settings;
  try {
    const known = v.safeParse(file, JSON.parse(text));
    if (!known.success) return null;
    read = parse(known.output.settings);
  } catch {
    return null;
  }
  const { model, modelAddress, modelName } = read;
  const isNew = now.model !== model || now.modelAddress !== modelAddress || now.modelName !== modelName;
  const keptModel = model === 'address' ? now.model : model;
  return {
    settings: {
      // A file may come from anybody, and must not open one site to another.
      ...read,
      joinedSites: now.joinedSites,
      // A file cannot give the permission that this needs.
      weeklyCopy: now.weeklyCopy,
      model: keptModel,
      modelAddress: now.modelAddress,
      modelName: now.modelName,
    },
    model: model === 'address' && isNew ? { model, modelAddress, modelName } : null,
  };
}

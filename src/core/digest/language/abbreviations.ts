/** Which words end in a full stop without ending a sentence, by language. */

/**
 * A name, a number or the rest of the sentence always follows these, in any language (lower-case, without the stop).
 */
const ALWAYS = new Set(
  `mr mrs ms mx dr prof st ste messrs mme mlle rev fr hon gen col maj capt cmdr lt sgt cpl sen rep gov pres supt det
    insp mt ft no nos nr vol
  pp fig figs eq eqs sec ch ed eds vs v cf viz al ca approx dept est univ e.g i.e eg ie op cit ibid art
  abs bzw bspw evtl ggf hrsg inkl sog usw.z tel vgl z.b d.h u.a z.t z b u d o.ä hl frl dipl ing
  m mm mgr vve p av bd env cf art sr sra srta srs dra dña lic exc núm pág págs tít ud uds ee
  г гг ул им тел т.е т.к т.н т.п д.р проф акад стр рис табл тыс млн млрд руб коп см св доц гр пр просп пл обл
  ул. np tzn tzw ul al ks inż hab mgr św prof red por ok nt dot wg
  im pl ds os pkt godz woj gen abp bp kard
  τηλ π.χ λ.χ χιλ εκ κ κα κκ αντ στ κων γεω αλ νικ θεόδ παν τζ χρ σπ αρ βλ σελ ν.δ δρ
  ths ts gs pgs tp q`
    .split(/\s+/)
    .filter(Boolean),
);

/** These end a sentence as often as not: the next word decides (lower-case, without the stop). */
const SOMETIMES = new Set(
  `inc ltd co corp bros jr sr etc usw u.s u.k u.n e.u d.c a.m p.m ph.d m.d b.a m.a bc ad b.c a.d jan feb mar apr jun
    jul aug sep sept oct nov
  dec ave blvd rd min max н.э в.в др пр итд itd itp m.in s.a s.l gmbh κ.ά κ.λπ κλπ`
    .split(/\s+/)
    .filter(Boolean),
);

/** Languages that write ordinal numbers with a stop: "am 3. Oktober". */
const ORDINAL_STOP = new Set([
  'de',
  'pl',
  'cs',
  'sk',
  'sl',
  'hr',
  'sr',
  'bs',
  'da',
  'no',
  'nb',
  'nn',
  'fi',
  'et',
  'lv',
  'hu',
  'tr',
  'is',
]);

/**
 * Tells whether a word before a full stop is an abbreviation that never ends a sentence, one that may end it, or none.
 */
export function abbreviation(word: string): 'always' | 'sometimes' | 'none' {
  const low = word.toLowerCase();
  if (ALWAYS.has(low)) return 'always';
  if (SOMETIMES.has(low)) return 'sometimes';
  return 'none';
}

/** True if "3." is read "third" in this language. */
export function writesOrdinalStop(language: string): boolean {
  return ORDINAL_STOP.has(language);
}

/** JSON texts with their lines: where one breaks, and on which line a value inside it begins. */
import { visit } from 'jsonc-parser';
import { type Result, ok } from '../../result.ts';
import { type Problem, type Reason, problem, refuse } from './problem.ts';

/** The path of a value inside another: keys and indices, outermost first. */
export type Path = readonly (string | number)[];

/** Deeper nesting is not a file of notes, and would exhaust the stack of recursive code. */
const DEPTH_LIMIT = 600;

/** The value of a JSON text; refused with the line where it breaks. */
export function parseJson(text: string): Result<unknown> {
  if (depthOf(text) > DEPTH_LIMIT) return refuse(1, 'too-large');
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return ok(JSON.parse(plain));
  } catch {
    return refuse(breakLine(plain), 'not-json');
  }
}

/**
 * The lines, from 1, on which the values at these paths begin; 1 for a path that is not there. The text must be valid.
 * Cost: one walk for all of them.
 */
export function linesOf(text: string, paths: readonly Path[]): number[] {
  const wanted = new Set(paths.map(keyOf));
  const lines = new Map<string, number>();
  const see = (_offset: number, _length: number, line: number, _character: number, pathNow: () => Path) => {
    const key = keyOf(pathNow());
    if (wanted.has(key)) lines.set(key, line + 1);
  };
  const literal = (_value: unknown, ...where: Parameters<typeof see>) => see(...where);
  visit(text.replace(/^\uFEFF/, ''), { onObjectBegin: see, onArrayBegin: see, onLiteralValue: literal });
  return paths.map((path) => lines.get(keyOf(path)) ?? 1);
}

/** A problem at a place of a JSON text whose line is not yet looked up. */
export interface Placed {
  path: Path;
  reason: Reason;
  field?: string;
}

/** The problems with their lines, in the order of the lines. */
export function problemsIn(text: string, placed: readonly Placed[]): Problem[] {
  if (!placed.length) return [];
  const lines = linesOf(
    text,
    placed.map(({ path }) => path),
  );
  return placed
    .map(({ reason, field }, index) => problem(lines[index] ?? 1, reason, field))
    .toSorted((a, b) => a.line - b.line);
}

/** Counts lines up to growing positions, so that a file with many problems is walked once. */
export function lineCounter(text: string): (position: number) => number {
  let [line, from] = [1, 0];
  return (position) => {
    for (let at = text.indexOf('\n', from); at !== -1 && at < position; at = text.indexOf('\n', from)) {
      line += 1;
      from = at + 1;
    }
    return line;
  };
}

const keyOf = (path: Path) => path.join('\n');

/** The line of the first mistake. */
function breakLine(text: string): number {
  let first: number | undefined;
  visit(text, { onError: (_error, _offset, _length, line) => void (first ??= line + 1) }, { disallowComments: true });
  return first ?? 1;
}

function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inString) {
      if (letter === 92) at += 1;
      else if (letter === 34) inString = false;
    } else if (letter === 34) inString = true;
    else if (letter === 123 || letter === 91) deepest = Math.max(deepest, (depth += 1));
    else if (letter === 125 || letter === 93) depth -= 1;
  }
  return deepest;
}

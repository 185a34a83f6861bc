/** Knows JSON texts with their lines: where it breaks, and on which line a value inside it begins. */
import { type Result, ok } from '../../result.ts';
import { refuse } from './problem.ts';

/** Nesting deeper than this is no file of notes, and would exhaust the stack of whoever walks it. */
const DEPTH_LIMIT = 600;

/** The value of a JSON text; refused with the line where it breaks. */
export function parseJson(text: string): Result<unknown> {
  if (depthOf(text) > DEPTH_LIMIT) return refuse(1, 'too-large');
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (thrown) {
    return refuse(breakLine(text, String(thrown)), 'not-json');
  }
}

/** The line, from 1, on which the value at `path` begins; that of the deepest part of the path that is there. The text must be valid. Cost: one walk up to it. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  let at = skipSpace(text, 0);
  for (const step of path) {
    const next = child(text, at, step);
    if (next === null) break;
    at = next;
  }
  return lineAt(text, at);
}

/** The line of a position, from 1. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Engines say it differently: "position 12", "line 3 column 4", or nothing where the text ends too soon. */
function breakLine(text: string, message: string): number {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, position === undefined ? text.length : Number(position));
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

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\uFEFF,:]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Where the value under a key or an index begins, or null. */
function child(text: string, from: number, step: string | number): number | null {
  const opening = text.charAt(from);
  if (opening !== '{' && opening !== '[') return null;
  let at = skipSpace(text, from + 1);
  for (let index = 0; at < text.length && text.charAt(at) !== '}' && text.charAt(at) !== ']'; index += 1) {
    let name: string | number = index;
    if (opening === '{') {
      const end = skipValue(text, at);
      name = String(JSON.parse(text.slice(at, end)));
      at = skipSpace(text, end);
    }
    if (name === step) return at;
    at = skipSpace(text, skipValue(text, at));
  }
  return null;
}

/** Just behind the value that begins here. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"') {
      for (at += 1; at < text.length && text.charAt(at) !== '"'; at += 1) if (text.charAt(at) === '\\') at += 1;
      if (depth === 0) return at + 1;
    } else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && letter === ',') return at;
  }
  return text.length;
}

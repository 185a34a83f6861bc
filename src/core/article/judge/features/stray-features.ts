/**
 * Stray features: features of each run that need the first suspicions of all runs. They find strays among an article's
 * own runs.
 */
import { COLUMN, RUN_WIDTH } from './feature-list.ts';
import { REFINED_FEATURE_NAMES, REFINED_WIDTH } from './refined-feature-list.ts';
import { STRAY_FEATURE_NAMES, STRAY_WIDTH, type StrayFeature } from './stray-feature-list.ts';
import { cohesionFeatures } from './cohesion-features.ts';
import { weightedMeans } from '../../../prefix-sums.ts';
import type { Snapshot } from '../snapshot.ts';

const WIDTH = RUN_WIDTH + REFINED_WIDTH;
const COLUMN_OF = new Map<string, number>(STRAY_FEATURE_NAMES.map((name, at) => [name, at]));
const SCORE = RUN_WIDTH + REFINED_FEATURE_NAMES.indexOf('s');
const TOPIC = RUN_WIDTH + REFINED_FEATURE_NAMES.indexOf('keptTopic');
/** A first-look score above this makes a run part of the article for these features. */
const IN_ARTICLE = 0.4;

class Mean {
  private readonly sums = new Map<number, [number, number]>();
  add(key: number, weight: number, value: number): void {
    const sum = this.sums.get(key);
    if (sum) {
      sum[0] += weight;
      sum[1] += weight * value;
    } else this.sums.set(key, [weight, weight * value]);
  }
  weight(key: number): number {
    return this.sums.get(key)?.[0] ?? 0;
  }
  of(key: number): number {
    const sum = this.sums.get(key);
    return sum && sum[0] > 0 ? sum[1] / sum[0] : -1;
  }
}

/**
 * One row of stray features a run. `rows` are run and refined features side by side, `suspicion` the first suspicions,
 * 0–1. Linear in the page.
 */
export function strayFeatures(snapshot: Snapshot, rows: Float32Array, suspicion: Float32Array): Float32Array {
  const { runs, boxes } = snapshot;
  const length = runs.length;
  const out = new Float32Array(length * STRAY_WIDTH);
  const s = (at: number) => (at >= 0 && at < length ? (rows[at * WIDTH + SCORE] ?? 0) : 0);
  const inside = (at: number) => s(at) > IN_ARTICLE;
  const t = (at: number) => (at >= 0 && at < length && inside(at) ? (suspicion[at] ?? 0) : -1);
  const tag = (at: number) => rows[at * WIDTH + COLUMN.tag] ?? 0;
  const chars = (at: number) => runs[at]?.chars ?? 0;
  const shapes = new Mean();
  const roles = new Mean();
  const tags = new Mean();
  const inBox = new Mean();
  const inParent = new Mean();
  const lasts = new Mean();
  const page = new Mean();
  const shapeOf = (at: number) => boxes[runs[at]?.box ?? -1]?.shape ?? 0;
  const roleOf = (at: number) => (Math.imul(shapeOf(at), 31) + (at > 0 ? shapeOf(at - 1) : 0)) | 0;
  const parentOf = (at: number) => boxes[runs[at]?.box ?? -1]?.parent ?? -1;
  let ordinary = 0;
  for (let at = 0; at < length; at++) {
    const weight = inside(at) ? 1 : 0;
    const value = suspicion[at] ?? 0;
    shapes.add(shapeOf(at), weight, value);
    roles.add(roleOf(at), weight, value);
    tags.add(tag(at), weight * chars(at), value);
    inBox.add(runs[at]?.box ?? -1, weight, value);
    inParent.add(parentOf(at), weight, value);
    if (chars(at) > 60) lasts.add(runs[at]?.last ?? 0, weight * (1 - value), 1);
    page.add(0, weight * chars(at), value);
    ordinary += weight * (1 - value);
  }
  const isInside = Float64Array.from(runs, (_, at) => (inside(at) ? 1 : 0));
  const count = isInside.reduce((sum, one) => sum + one, 0);
  const mean = weightedMeans(isInside, suspicion);
  const writeCohesion = cohesionFeatures(snapshot, (at) => (inside(at) ? 1 : 0), suspicion);
  let heading = -1;
  let row = 0;
  const put = (feature: StrayFeature, value: number) => {
    out[row + (COLUMN_OF.get(feature) ?? 0)] = value;
  };
  let allChars = 0;
  let sum = 0;
  for (let at = 0; at < length; at++) {
    if (!inside(at)) continue;
    allChars += chars(at) * (1 - (suspicion[at] ?? 0));
    sum += 1 - (suspicion[at] ?? 0);
  }
  const usual = sum > 0 ? allChars / sum : 0;
  for (let at = 0; at < length; at++) {
    row = at * STRAY_WIDTH;
    if ((rows[at * WIDTH + COLUMN.heading] ?? 0) > 0) heading = at;
    put('t', suspicion[at] ?? 0);
    put('t-1', t(at - 1));
    put('t+1', t(at + 1));
    put('t-2', t(at - 2));
    put('t+2', t(at + 2));
    put('t-3', t(at - 3));
    put('t+3', t(at + 3));
    put('t3', mean(at - 3, at + 4));
    put('t8', mean(at - 8, at + 9));
    put('tShape', shapes.of(shapeOf(at)));
    put('tRole', roles.of(roleOf(at)));
    put('tBefore', mean(0, at));
    put('tAfter', mean(at + 1, length));
    put('tBox', inBox.of(runs[at]?.box ?? -1));
    put('tParent', inParent.of(parentOf(at)));
    put('usualShape', ordinary > 0 ? shapes.weight(shapeOf(at)) / (count || 1) : 0);
    put('usualTag', tags.weight(tag(at)) / Math.max(1, page.weight(0)));
    put('usualLength', usual > 0 ? chars(at) / usual : 0);
    put('usualEnd', ordinary > 0 ? lasts.weight(runs[at]?.last ?? 0) / ordinary : 0);
    put('kinTopic-1', at > 0 ? (rows[(at - 1) * WIDTH + TOPIC] ?? 0) : -1);
    put('kinTopic+1', at + 1 < length ? (rows[(at + 1) * WIDTH + TOPIC] ?? 0) : -1);
    put('tHeading', heading >= 0 ? t(heading) : -1);
    put('tSection', heading >= 0 ? mean(heading, at + 6) : -1);
    put('tPage', mean(0, length));
    put('kept', inside(at) ? 1 : 0);
    writeCohesion(at, put);
  }
  return out;
}

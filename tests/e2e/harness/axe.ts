/** Looks at any document with axe, in either browser: its source is run in the document itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surface } from './surface.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What of axe is used here. */
interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: { id: string }[] }>;
}

/** What axe finds wrong, one line each. Throws where axe found nothing to look at, so that a blank page cannot pass. */
export async function axeFaults(surface: Surface): Promise<string[]> {
  await surface.run(SOURCE);
  const { faults, passed } = await surface.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    // What fades in has its colours only at the end.
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
    const { violations, passes } = await axe.run();
    return {
      faults: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      passed: passes.length,
    };
  });
  if (passed === 0) throw new Error('There is nothing here to look at.');
  return faults;
}

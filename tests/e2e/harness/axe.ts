/** Checks any document with axe, in either browser, by running axe's source in the document. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surface } from './surface.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The part of axe's API that is used here. */
interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: { id: string }[] }>;
}

/**
 * The violations that axe finds, one line each. Throws if axe found nothing to check, so that a blank page cannot pass.
 */
export async function axeFaults(surface: Surface): Promise<string[]> {
  await surface.run(SOURCE);
  const { faults, passed } = await surface.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    // Elements that fade in have their final colours only at the end.
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

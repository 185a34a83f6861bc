/** Waits until the machine is idle, so timings do not include other load. */
import { cpus, loadavg } from 'node:os';

/** How long the load is watched, and how much of it counts as idle. */
const WATCH_MS = 150;
const IDLE_01 = 0.85;
/** After this long, a machine that is not idle is measured anyway. */
const PATIENCE_MS = Number(process.env.LEDE_BENCH_PATIENCE_MS ?? 20_000);

function times() {
  const all = cpus().map((cpu) => cpu.times);
  const idle = all.reduce((sum, one) => sum + one.idle, 0);
  return { idle, all: all.reduce((sum, one) => sum + one.user + one.nice + one.sys + one.irq + one.idle, 0) };
}

/** Creates a watch that counts how many of its waits found the machine idle. */
export function createCalm() {
  const seen = { calm: 0, restless: 0 };
  const wait = async () => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const before = times();
      await new Promise((over) => setTimeout(over, WATCH_MS));
      const after = times();
      if ((after.idle - before.idle) / Math.max(1, after.all - before.all) >= IDLE_01) return void seen.calm++;
      if (Date.now() > end) return void seen.restless++;
    }
  };
  const tell = () =>
    `${seen.calm} openings in a calm moment, ${seen.restless} without; load ${loadavg()[0].toFixed(1)}`;
  return { wait, tell };
}

/**
 * `node dev/disk-full.mjs [chromium|firefox]` runs tests/e2e/disk-full.spec.ts on a disk of 400 MB, which the test
 * fills. It mounts a tmpfs for the browser's profile, so it needs Linux and root. `LEDE_MOMENTS` sets how often the
 * disk is filled (default 50).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = process.argv[2] ?? 'chromium';
const disk = mkdtempSync(join(tmpdir(), 'lede-disk-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk]);
try {
  const { status } = spawnSync('npx', ['playwright', 'test', 'disk-full', '--project', project], {
    stdio: 'inherit',
    env: { ...process.env, LEDE_DISK: disk, TMPDIR: disk },
  });
  process.exitCode = status ?? 1;
} finally {
  execFileSync('umount', ['-l', disk]);
  rmdirSync(disk);
}

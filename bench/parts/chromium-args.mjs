/** Arguments of a Chromium that a bench loads Lede into: those of the tests, and the same window size for all. */
import { EXTENSION_ARGS } from '../../dev/browsers.mjs';

export const BENCH_EXTENSION_ARGS = [...EXTENSION_ARGS, '--window-size=1280,900'];

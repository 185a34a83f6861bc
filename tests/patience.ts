/**
 * What a test in the browser waits for may come late on a busy machine: as long as end to end, never a fixed second.
 */
import { configure } from '@testing-library/preact';

configure({ asyncUtilTimeout: 10_000 });

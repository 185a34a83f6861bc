/** The timeout for expectations in browser tests, as long as in end-to-end tests, because a busy machine is slow. */
import { configure } from '@testing-library/preact';

configure({ asyncUtilTimeout: 10_000 });

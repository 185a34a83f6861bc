/** The public API of the core: everything needed to read, digest and quote an article, in one module. */
export { locateQuote } from './anchor/locate.ts';
export { describeQuote } from './anchor/quote.ts';
export { read } from './article/read.ts';
export { keyPoints, rank } from './digest/key-points/key-points.ts';
export { digest } from './digest/digest.ts';

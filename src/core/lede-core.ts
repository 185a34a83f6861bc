/** The core's face: all that a page needs to read, digest and quote an article, in one module. */
export { read } from './article/read.ts';

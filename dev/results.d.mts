export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
export function vitestCounts(file: string): Counts;
export function playwrightCounts(file: string): Counts;
export function closingLine(counts: Counts): string;
export function sum(all: readonly Counts[]): Counts;
export function vitestTold(file: string): string[];
export function playwrightTold(file: string): string[];
export function close(all: Counts & { told: readonly string[] }): void;

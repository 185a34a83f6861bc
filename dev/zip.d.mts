export function filesUnder(folder: string): string[];
export function zipOf(folder: string, paths: string[], extra?: Record<string, string>): Uint8Array;

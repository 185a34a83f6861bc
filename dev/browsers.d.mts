type Kind = 'chromium' | 'firefox';
export const CHROMIUM_ARGS: readonly string[];
export const EXTENSION_ARGS: readonly string[];
export function findBrowsers(kind: Kind): string[];
export function findBrowser(kind: Kind): string | undefined;
export function versionOf(path: string): string | null;
export function minimumOf(kind: Kind): number;
export function isRecent(kind: Kind, version: string | null): boolean;

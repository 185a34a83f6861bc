/** Arguments of every Chromium that a bench starts: no sandbox, no background traffic. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Arguments of a Chromium that Lede is loaded into. */
export const EXTENSION_ARGS = [...CHROMIUM_ARGS, '--enable-unsafe-extension-debugging', '--window-size=1280,900'];

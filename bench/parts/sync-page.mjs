/** A device of the sync bench: a page with the library and the sync client, in its own browser profile. */

/** Opens a page with the device. It is on the server's own origin, so CORS does not apply. */
export async function pageOf(context, origin, face) {
  const page = await context.newPage();
  await page.route(`${origin}/bench`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.goto(`${origin}/bench`);
  await page.addScriptTag({ type: 'module', content: face });
  await page.waitForFunction(() => 'device' in globalThis);
  return page;
}

/** Calls a method of the device in a page. */
export const call = (page, method, ...given) =>
  page.evaluate(([name, all]) => globalThis.device[name](...all), [method, given]);

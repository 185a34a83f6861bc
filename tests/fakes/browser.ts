/** Stands in for webextension-polyfill where a test runs outside an extension: only what adapters name, and no behaviour of the thing under test. */
export default {
  runtime: { id: 'fake', getURL: (path: string) => `chrome-extension://fake/${path}` },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
};

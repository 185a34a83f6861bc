/** Drives a real Firefox with Lede in it, through WebDriver BiDi and, for the toolbar, Firefox's own window. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from '../../../dev/browsers.mjs';
import { Bidi } from './bidi.ts';
import { BidiSurface, NAVIGABLE_MANAGER } from './bidi-surface.ts';
import { type Browser, GREETING_MS, type Surface, type Target, patiently } from './surface.ts';

const ADDON = 'lede@lede.example';
/** Fixed, so that addresses and storage stay the same after a restart. */
const UUID = '0b5e2f4e-6f8a-4c1d-9a51-3c5d8b1f7e10';
/** Turns off Firefox's own start pages, prompts, updates and reports. */
const PREFERENCES = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.aboutConfig.showWarning': false,
  'browser.contentblocking.report.monitor.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.topsites.contile.enabled': false,
  'browser.warnOnQuit': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'extensions.webextOptionalPermissionPrompts': false,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'privacy.trackingprotection.enabled': false,
  'remote.active-protocols': 1,
  'security.remote_settings.crlite_filters.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'data:,',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

interface Tree {
  contexts: { context: string; url: string; children: Tree['contexts'] | null }[];
}

class Firefox implements Browser {
  readonly kind = 'firefox';
  private bidi!: Bidi;
  private window = '';
  greetings = 0;
  private greeted = false;
  private readonly profile: string;

  constructor(
    private readonly dist: string,
    private readonly proxy: string | null,
    private readonly language: string,
    private readonly ownProfile?: string,
  ) {
    this.profile = ownProfile ?? mkdtempSync(join(tmpdir(), 'lede-firefox-'));
  }

  async start(): Promise<void> {
    const executable = findBrowser('firefox');
    if (!executable) throw new Error('No Firefox here. Install one or set FIREFOX_PATH.');
    const [host = '', port = ''] = (this.proxy ?? '').replace('http://', '').split(':');
    const preferences = {
      ...PREFERENCES,
      'intl.locale.requested': this.language.replace('_', '-'),
      'intl.accept_languages': this.language.replace('_', '-'),
      'network.proxy.type': this.proxy ? 1 : 0,
      'network.proxy.http': host,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': host,
      'network.proxy.ssl_port': Number(port),
    };
    const args = process.env.HEADED ? [] : ['--headless'];
    this.bidi = await Bidi.start(executable, this.profile, preferences, args);
    const chrome = await this.bidi.send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome' });
    this.window = chrome.contexts[0]?.context ?? '';
    await this.bidi.send('webExtension.install', { extensionData: { type: 'path', path: resolve(this.dist) } });
    await this.chrome(`await ext.wakeupBackground?.(); return null;`);
    await this.closeWelcome();
  }
  /** The welcome page that opens after the installation would be in front of every test. */
  private async closeWelcome(): Promise<void> {
    const end = Date.now() + GREETING_MS[this.greeted ? 'again' : 'first'];
    this.greeted = true;
    while (Date.now() < end) {
      const { contexts } = await this.bidi.send<Tree>('browsingContext.getTree');
      const greeting = contexts.find(({ url }) => url.includes('/welcome/'));
      if (greeting) {
        this.greetings++;
        return void (await this.bidi.send('browsingContext.close', { context: greeting.context }));
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  /** Runs in Firefox's own window; `ext` is the extension, `g` its API's globals. */
  private chrome<T>(body: string): Promise<T> {
    return this.bidi.evaluate<T>(
      { context: this.window },
      '(async () => { const g = ' +
        `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager.global;
        const ext = WebExtensionPolicy.getByID('${ADDON}').extension; ${body} })()`,
    );
  }
  /**
   * Makes a document outside the tabs accessible to BiDi by giving it the key that tabs have. `find` is an expression
   * for its <browser>.
   */
  private async adopt(find: string, missing: string): Promise<string> {
    return patiently(
      () =>
        this.chrome<string | null>(
          `
          const browser = ${find};
          if (!browser || !browser.browsingContext?.currentWindowGlobal || ` +
            `!browser.currentURI.spec.startsWith('moz-extension:')) return null;
          ${NAVIGABLE_MANAGER}
          browser.permanentKey ??= {};
          const id = manager.getIdForBrowser(browser);
          manager.ledeAdopted ??= new Map();
          if (manager.ledeAdopted.size === 0) {
            const before = manager.getBrowserById;
            manager.getBrowserById = function (wanted) { return this.ledeAdopted.get(wanted) ?? ` +
            `before.call(this, wanted); };
          }
          manager.ledeAdopted.set(id, browser);
          return id;`,
        ),
      () => missing,
    );
  }
  private surface(context: string, close?: () => Promise<void>): BidiSurface {
    return new BidiSurface(this.bidi, context, { chrome: (body) => this.chrome(body), ...(close ? { close } : {}) });
  }
  async open(url: string): Promise<Surface> {
    const { context } = await this.bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await this.bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    await this.bidi.send('browsingContext.activate', { context });
    return this.surface(context);
  }
  async popup(): Promise<Surface> {
    await this.chrome(`await g.browserActionFor(ext).triggerAction(window);`);
    const close = () => this.chrome<void>(`for (const panel of document.querySelectorAll('panel')) panel.hidePopup();`);
    return patiently(
      async () => {
        // Firefox loads the popup in a <browser> out of sight and then swaps it into the panel's own, which takes up to
        // 200 ms: the first is of no use.
        const context = await this.adopt(
          `document.querySelector('browser[webextension-view-type=popup]:not(.webextension-preload-browser)')`,
          'The popup does not open.',
        );
        const popup = this.surface(context, close);
        const ready = await popup
          .evaluate(() => document.readyState === 'complete' && location.protocol === 'moz-extension:')
          .catch(() => false);
        return ready ? popup : null;
      },
      () => 'The popup stays blank.',
    );
  }
  async panel(): Promise<Surface> {
    await this.chrome(`await window.SidebarController.show('lede_lede_example-sidebar-action');`);
    const context = await this.adopt(
      `document.querySelector('#sidebar')?.contentDocument?.querySelector('browser') ?? ` +
        `[...ext.views].find((view) => view.viewType === 'sidebar')?.xulBrowser`,
      'The sidebar does not open.',
    );
    return this.surface(context, () => this.chrome(`window.SidebarController.hide();`));
  }
  async page(path: string): Promise<Surface> {
    return this.open(`moz-extension://${UUID}/${path}`);
  }
  async background<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T> {
    await this.chrome(`await ext.wakeupBackground?.(); return null;`);
    const context = await this.adopt(
      `[...ext.views].find((view) => view.viewType === 'background')?.xulBrowser`,
      'The background does not wake.',
    );
    return this.surface(context).evaluate(act, given);
  }
  async command(name: string): Promise<void> {
    await this.chrome(`
      const letter = ext.manifest.commands['${name}'].suggested_key.default.split('+').at(-1);
      const keys = [...document.querySelectorAll('keyset[id*=lede] key')];
      const key = keys.find((one) => one.getAttribute('key')?.toUpperCase() === letter.toUpperCase());
      if (!key) throw new Error('No key ' + letter + ' among ' + keys.map((one) => one.outerHTML).join(''));
      key.doCommand();`);
  }
  async contextMenu(surface: Surface, target: Target, entry: { id: string; title: string }): Promise<void> {
    await surface.click(target, 'right');
    const menu = `document.getElementById('contentAreaContextMenu')`;
    await patiently(
      async () => (await this.chrome<boolean>(`return ${menu}.state === 'open';`)) || null,
      () => 'The context menu does not open.',
    );
    await this.chrome(
      `
      const menu = ${menu};
      const items = [...menu.querySelectorAll('menuitem')].filter((one) => one.label ` +
        `=== ${JSON.stringify(entry.title)});
      if (items.length === 0) { const labels = [...menu.querySelectorAll('menu, menuitem')].map((one) => ` +
        `one.label); menu.hidePopup(); throw new Error('The menu has only ' + labels.join(', ')); }
      const parent = items[0].parentElement;
      if (parent !== menu) { parent.parentElement.openMenu(true); await new Promise((done) => { if ` +
        `(parent.state === 'open') done(); else parent.addEventListener('popupshown', done, { once: true }); }); }
      parent.activateItem(items[0]);`,
    );
  }
  async allow(_origin: string): Promise<void> {
    // The preference webextOptionalPermissionPrompts=false grants everything that Lede requests.
  }
  async stopBackground(): Promise<void> {
    await this.chrome(
      `await ext.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`,
    );
  }
  async update(): Promise<void> {
    await this.chrome(`
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID('${ADDON}')).reload();
      return null;`);
    await this.chrome(`await ext.wakeupBackground?.(); return null;`);
  }
  async restart(): Promise<void> {
    await this.bidi.close();
    await this.start();
  }
  async crash(): Promise<void> {
    await this.bidi.kill();
    await this.start();
  }
  async close(): Promise<void> {
    await this.bidi.close();
    if (this.ownProfile === undefined) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Starts Firefox with the built extension in `dist`. With `proxy`, all traffic except the loopback's goes through it. A
 * `profile` folder is kept at the end; without one a temporary profile is used.
 */
export async function startFirefox(
  dist: string,
  proxy: string | null,
  language = 'en_US',
  profile?: string,
): Promise<Browser> {
  const browser = new Firefox(dist, proxy, language, profile);
  await browser.start();
  return browser;
}

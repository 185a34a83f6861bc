/**
 * Builds Lede: `--mode chrome` and `--mode firefox` (with `-dev`: maps, not minified) into dist/, `--mode core` into
 * dist/core.
 */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type EnvironmentOptions, type Plugin, defineConfig } from 'vite';

type Target = 'chrome' | 'firefox';
const at = (...parts: string[]) => resolve(import.meta.dirname, ...parts);
/** Every folder of views/ with a page of its own is a page of the extension. */
const pages = () => readdirSync(at('src/views')).filter((name) => existsSync(at('src/views', name, 'index.html')));
/** How long a plugin took is no warning to whoever only wants Lede. */
const QUIET = { pluginTimings: false };
/** Else the names of the Public Suffix List, one constant of 90 kB, would be written out wherever they are used. */
const OPTIMIZATION = { inlineConst: false } as const;
/**
 * Modules that are bundled together, first match first: files, or folders that end in `/`. Without this, popup and
 * panel load thirty small files in four rounds of requests before anything is painted.
 */
export const CHUNKS: { name: string; of: string[]; but?: string[] }[] = [
  {
    name: 'first',
    of: [
      'src/views/glance/front-page/',
      ...['painted.ts', 'read-parts.ts'].map((name) => `src/views/parts/${name}`),
      ...['browser.ts', 'channel.ts', 'last-read.ts', 'locale.ts', 'settings.ts'].map(
        (name) => `src/adapters/browser/${name}`,
      ),
      'src/adapters/pace.ts',
    ],
    but: ['model-points.ts', 'use-front-page.ts'].map((name) => `src/views/glance/front-page/${name}`),
  },
  { name: 'begin', of: ['src/views/popup/begin.ts'] },
  {
    name: 'shell',
    of: [
      'src/views/parts/',
      ...['browser/grants.ts', 'i18n/language.ts', 'i18n/sentences.ts'].map((name) => `src/adapters/${name}`),
      'src/core/article/find.ts',
      'src/core/digest/reading-time.ts',
      'node_modules/lucide/',
    ],
    but: ['src/views/parts/sync/'],
  },
  { name: 'glance', of: ['src/views/glance/'], but: ['src/views/glance/front-page/model-points.ts'] },
  { name: 'digest', of: ['src/core/digest/'] },
];
/** What the bundler itself adds to the first chunk. */
const RUNTIME = /vite\/preload-helper|rolldown\/runtime/;

/** Whether a module's id lies at one of these paths of the project. */
const liesAt = (id: string, paths: string[]) => {
  const path = relative(import.meta.dirname, id).replaceAll('\\', '/');
  return paths.some((one) => (one.endsWith('/') ? path.startsWith(one) : path === one));
};
const groups = CHUNKS.map(({ name, of, but = [] }, order) => ({
  name,
  priority: CHUNKS.length - order,
  test: (id: string) => (order === 0 && RUNTIME.test(id)) || (liesAt(id, of) && !liesAt(id, but)),
}));
const SCRIPTS: Record<string, string> = {
  background: 'background/main.ts',
  loader: 'page/loader.ts',
  page: 'page/main.ts',
  reading: 'page/reading.ts',
  sync: 'adapters/sync/entry-point.ts',
};

/** The one manifest, without the keys that the other browser alone knows. */
function manifestFor(target: Target): string {
  const manifest = JSON.parse(readFileSync(at('manifest.json'), 'utf8'));
  manifest.version = JSON.parse(readFileSync(at('package.json'), 'utf8')).version;
  if (target === 'chrome') {
    delete manifest.browser_specific_settings;
    delete manifest.sidebar_action;
    delete manifest.background.scripts;
  } else {
    delete manifest.minimum_chrome_version;
    delete manifest.side_panel;
    delete manifest.background.service_worker;
    for (const resource of manifest.web_accessible_resources) delete resource.use_dynamic_url;
    manifest.permissions = manifest.permissions.filter((name: string) => name !== 'sidePanel');
  }
  return JSON.stringify(manifest, null, 2);
}

function manifest(target: Target): Plugin {
  return {
    name: 'lede-manifest',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart() {
      this.addWatchFile(at('manifest.json'));
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: manifestFor(target) });
    },
  };
}

/**
 * The popup's beginning runs as a script of its own, before the view's: it asks the page while the rest is fetched and
 * read.
 */
const beginFirst: Plugin = {
  name: 'lede-begin-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html
        .replace(/\s*<link rel="modulepreload" crossorigin href="[^"]*begin\.js">/, '')
        .replace(/(<script [^>]*src=")([^"]*\/)popup\.js"/, '$1$2begin.js"></script>\n    $1$2popup.js"'),
  },
};

/** One self-contained classic script: the same for executeScript, service_worker and background.scripts. */
const script = (name: string, file: string): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    copyPublicDir: false,
    rolldownOptions: {
      input: { [name]: at('src', file) },
      checks: QUIET,
      optimization: OPTIMIZATION,
      output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});

export default defineConfig(({ mode }) => {
  if (mode === 'core') {
    return {
      publicDir: false,
      build: {
        outDir: at('dist/core'),
        target: 'es2022',
        reportCompressedSize: false,
        lib: { entry: at('src/core/lede-core.ts'), formats: ['es'], fileName: () => 'lede-core.js' },
      },
    };
  }
  const target: Target = mode.startsWith('firefox') ? 'firefox' : 'chrome';
  const dev = mode.endsWith('-dev');
  return {
    root: at('src/views'),
    base: './',
    publicDir: at('public'),
    plugins: [manifest(target), beginFirst],
    build: {
      outDir: at('dist', target),
      emptyOutDir: false, // true empties it at every rebuild of each environment
      target: 'es2022',
      // The page itself names what it needs, so that all of it is fetched at once; what is imported later asks for
      // itself.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      assetsInlineLimit: 0,
      sourcemap: dev,
      minify: !dev,
      reportCompressedSize: false,
    },
    worker: { format: 'es', rolldownOptions: { checks: QUIET, output: { entryFileNames: 'assets/[name].js' } } },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            checks: QUIET,
            optimization: OPTIMIZATION,
            input: Object.fromEntries(pages().map((name) => [name, at('src/views', name, 'index.html')])),
            output: {
              codeSplitting: { groups },
              entryFileNames: 'assets/[name].js',
              chunkFileNames: 'assets/[name].js',
              assetFileNames: 'assets/[name][extname]',
            },
          },
        },
      },
      ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, file]) => [name, script(name, file)])),
    },
    builder: {
      async buildApp(builder) {
        rmSync(at('dist', target), { recursive: true, force: true });
        for (const name of ['client', ...Object.keys(SCRIPTS)]) {
          const environment = builder.environments[name];
          if (environment) await builder.build(environment);
        }
      },
    },
  };
});

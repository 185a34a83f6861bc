/** First run: three sentences, Lede tried on the spot, a first highlight, and where to find Lede from then on. */
import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Check, Highlighter, Puzzle, Sparkles } from 'lucide';
import { openPage, ownUrl } from '../../adapters/browser/browser.ts';
import { language, t } from '../../adapters/i18n/sentences.ts';
import { read } from '../../core/article/read.ts';
import { digest } from '../../core/digest/digest.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Empty } from '../parts/controls/Empty.tsx';
import { GlobalKeys } from '../parts/GlobalKeys.tsx';
import { Icon } from '../parts/controls/Icon.tsx';
import { OutlineTree } from '../parts/outline/OutlineTree.tsx';
import { sectionRows } from '../parts/outline/tree-rows.ts';
import { Sample, type Stage } from './Sample.tsx';
import { type Line, sampleDocument, sampleLines } from './sample.ts';
import { TryHighlight } from './TryHighlight.tsx';
import '../parts/page.css';
import './welcome.css';

/**
 * How long what does not belong is seen going, ms; nothing moves for who asked for less motion, but it is seen
 * marked.
 */
const GOING_MS = 1_400;
/** How long a line flashes after a click in the outline or on a key point. */
const FLASH_MS = 1_200;

/**
 * What the core makes of the sample: the article, its digest, and the blocks in it that it set aside; null if it finds
 * no article.
 */
function readSample(lines: Line[]) {
  const answer = read(sampleDocument(lines, language()), { url: 'https://example.org/sample' });
  if (!answer.ok) return null;
  const article = answer.value;
  const texts = new Set(lines.map(({ text }) => text));
  // The headline is separate from the text and stays on the page; it is not one of the removed blocks.
  const aside = article.removed.filter(({ text }) => text.split('\n').every((line) => texts.has(line)));
  const going = new Set(aside.flatMap(({ text }) => text.split('\n')));
  // Told as a person sees them: lines that follow each other are one teaser.
  const blocks = lines.filter(({ text }, at) => going.has(text) && !going.has(lines[at - 1]?.text ?? '')).length;
  return { article, digest: digest(article), blocks, going };
}

const NOTHING: ReadonlySet<string> = new Set();

/** The page. What it shows of the sample is what the core really makes of it. */
export function Welcome(): JSX.Element {
  const [stage, setStage] = useState<Stage>('page');
  const [flashing, setFlashing] = useState<string | null>(null);
  const [marked, setMarked] = useState(false);
  const page = useRef<HTMLElement>(null);
  const lines = useMemo(sampleLines, []);
  const seen = useMemo(() => readSample(lines), []);
  const tried = stage === 'article' || stage === 'shown';
  const begin = () => {
    if (stage !== 'page') return;
    setStage('going');
    setTimeout(() => setStage('article'), GOING_MS);
  };
  const goTo = (start: number) => {
    const text = seen?.article.text ?? '';
    const line = lines.find((one) => {
      const at = text.indexOf(one.text);
      return at >= 0 && at <= start && start < at + one.text.length;
    });
    if (!line) return;
    setFlashing(line.text);
    setTimeout(() => setFlashing(null), FLASH_MS);
    page.current?.querySelector(`[data-line="${lines.indexOf(line)}"]`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <main class="page welcome">
      <h1 class="page-title">{t('welcome_title')}</h1>
      <ol class="welcome-three page-words">
        <li>{t('welcome_one')}</li>
        <li>{t('welcome_two')}</li>
        <li>{t('welcome_three')}</li>
      </ol>
      <section class="page-section" aria-label={t('welcome_try')}>
        <h2>{t('welcome_try')}</h2>
        <div class={tried ? 'welcome-try welcome-tried' : 'welcome-try'}>
          <Sample
            lines={lines}
            aside={seen?.going ?? NOTHING}
            blocks={seen?.blocks ?? 0}
            stage={stage}
            flashing={flashing}
            box={page}
            onShow={(shown) => setStage(shown ? 'shown' : 'article')}
          >
            {tried && page.current ? <TryHighlight page={page.current} onMade={() => setMarked(true)} /> : null}
          </Sample>
          <div class="welcome-side" aria-live="polite">
            {tried && seen ? (
              <>
                <p class="welcome-task" role="status">
                  <Icon of={marked ? Check : Highlighter} />
                  {t(marked ? 'welcome_marked' : 'welcome_mark')}
                </p>
                <h3>{t('glance_outline')}</h3>
                <OutlineTree
                  name={t('glance_outline')}
                  rows={sectionRows(seen.digest.outline)}
                  here={null}
                  isRead={() => false}
                  onGo={({ start }) => goTo(start)}
                />
                <h3>{t('glance_points')}</h3>
                <ul>
                  {seen.digest.keyPoints.map(({ start, text }) => (
                    <li key={start}>
                      <button type="button" class="welcome-point" onClick={() => goTo(start)}>
                        {text}
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <div class="welcome-start">
                <Button kind="main" icon={Sparkles} onClick={begin}>
                  {t('welcome_try_here')}
                </Button>
                <p class="facts">{t('welcome_try_about')}</p>
              </div>
            )}
            {tried && !seen && <Empty sentence={t('failure_no_article')} />}
          </div>
        </div>
      </section>
      <section class="page-section page-words">
        <h2>{t('welcome_next')}</h2>
        <p class="welcome-next welcome-where">
          <span class="welcome-toolbar" aria-hidden="true">
            <img src={ownUrl('icons/32.png')} alt="" width="20" height="20" />
            <Icon of={Puzzle} />
          </span>
          {t('welcome_next_about')}
        </p>
        <h3>{t('options_keys')}</h3>
        <GlobalKeys />
        <p class="welcome-next">{t('welcome_permissions')}</p>
        <Button onClick={() => void openPage('options/index.html')}>{t('welcome_options')}</Button>
      </section>
    </main>
  );
}

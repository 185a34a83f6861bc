/** First run: three sentences, and Lede tried on the spot. */
import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Sparkles } from 'lucide';
import { openPage } from '../../adapters/browser/browser.ts';
import { count, language, t } from '../../adapters/i18n/sentences.ts';
import { read } from '../../core/article/read.ts';
import { digest } from '../../core/digest/digest.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Empty } from '../parts/controls/Empty.tsx';
import { OutlineTree } from '../parts/outline/OutlineTree.tsx';
import { sectionRows } from '../parts/outline/tree-rows.ts';
import { sampleDocument, sampleLines } from './sample.ts';
import '../parts/page.css';
import './welcome.css';

/** How long a line flashes after a click in the outline or on a key point. */
const FLASH_MS = 1_200;

/** The page. What it shows of the sample is what the core really makes of it. */
export function Welcome(): JSX.Element {
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(false);
  const [flashing, setFlashing] = useState<string | null>(null);
  const page = useRef<HTMLElement>(null);
  const lines = useMemo(sampleLines, []);
  const seen = useMemo(() => {
    const answer = read(sampleDocument(lines, language()), { url: 'https://example.org/sample' });
    return answer.ok ? { article: answer.value, digest: digest(answer.value) } : null;
  }, []);
  const aside = new Set(seen?.article.removed.flatMap(({ text }) => text.split('\n')) ?? []);
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
          <article class="welcome-page" ref={page}>
            <h3 class="welcome-headline">{t('welcome_sample_title')}</h3>
            {lines.map(({ tag, text }, index) => {
              if (tried && !shown && aside.has(text)) return null;
              const flash = flashing === text ? ' welcome-flash' : '';
              const foreign = tried && aside.has(text) ? ' welcome-aside' : '';
              const Tag = tag === 'h3' ? 'h4' : 'p';
              return (
                <Tag key={text} data-line={index} class={`welcome-${tag}${flash}${foreign}`}>
                  {text}
                </Tag>
              );
            })}
            {tried && aside.size > 0 && (
              <p class="welcome-line facts">
                {count('welcome_aside', aside.size)}{' '}
                <Button kind="plain" aria-pressed={shown} onClick={() => setShown(!shown)}>
                  {shown ? t('welcome_hide') : t('welcome_show')}
                </Button>
              </p>
            )}
          </article>
          <div class="welcome-side" aria-live="polite">
            {tried && seen ? (
              <>
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
                <Button kind="main" icon={Sparkles} onClick={() => setTried(true)}>
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
        <p class="welcome-next">{t('welcome_next_about')}</p>
        <p class="welcome-next">{t('welcome_permissions')}</p>
        <Button onClick={() => void openPage('options/index.html')}>{t('welcome_options')}</Button>
      </section>
    </main>
  );
}

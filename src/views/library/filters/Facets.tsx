/** The filters at the start side. Each one adds its word to the search field, so the whole query is visible. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { number, t } from '../../../adapters/i18n/sentences.ts';
import { COLOURS } from '../../../core/library/records.ts';
import type { Shelf } from '../../../core/library/shelf.ts';
import { countTags } from '../../../core/library/tags.ts';
import { colourName } from '../../parts/controls/ColourDots.tsx';
import { sitesOf } from '../list/rows.ts';
import './facets.css';

/** Sites and tags listed before "more". */
const FEW = 8;
/** From this window width on, the filters are next to the list. The same width is in facets.css. */
const WIDE = '(min-width: 861px)';
const STATES = ['unread', 'read', 'favourite', 'archived', 'noted', 'lost'] as const;

interface Props {
  shelves: Shelf[];
  query: string;
  inBin: boolean;
  /** The content above the filters. */
  children: ComponentChildren;
  onBin: (on: boolean) => void;
  onFilter: (filter: string) => void;
}

interface Choice {
  filter: string;
  name: string;
  count?: number;
  colour?: string;
}

function Group({
  title,
  choices,
  query,
  onFilter,
}: {
  title: string;
  choices: Choice[];
  query: string;
  onFilter: (filter: string) => void;
}): JSX.Element | null {
  const [all, setAll] = useState(false);
  if (!choices.length) return null;
  const shown = all ? choices : choices.slice(0, FEW);
  return (
    <section class="facet">
      <h2 class="facts">{title}</h2>
      <ul>
        {shown.map(({ filter, name, count, colour }) => (
          <li key={filter}>
            <button
              type="button"
              class="facet-choice"
              aria-pressed={query.includes(filter) || query.includes(filter.replace(/:(.*)$/, ':"$1"'))}
              onClick={() => onFilter(filter)}
            >
              {colour && <span class={`dot-face facet-dot mark-${colour}`} />}
              <span class="facet-name">
                <bdi>{name}</bdi>
              </span>
              {count !== undefined && <span class="facts">{number(count)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {choices.length > FEW && (
        <button type="button" class="facet-more facts" onClick={() => setAll(!all)}>
          {t(all ? 'library_fewer' : 'library_more')}
        </button>
      )}
    </section>
  );
}

/** The column; in a narrow window a disclosure above the list. */
export function Facets({ shelves, query, inBin, children, onBin, onFilter }: Props): JSX.Element {
  const [isOpen, setOpen] = useState(() => matchMedia(WIDE).matches);
  // A window that is made narrow folds the filters away, so that the list stays in sight.
  useEffect(() => {
    const wide = matchMedia(WIDE);
    const changed = () => setOpen(wide.matches);
    wide.addEventListener('change', changed);
    return () => wide.removeEventListener('change', changed);
  }, []);
  const sites = useMemo(() => sitesOf(shelves), [shelves]);
  const tags = useMemo(() => countTags(shelves.flatMap(({ entry, notes }) => [entry, ...notes])), [shelves]);
  const groups: { title: string; choices: Choice[] }[] = [
    {
      title: t('library_state'),
      choices: STATES.map((one) => ({ filter: `is:${one}`, name: t(`library_is_${one}`) })),
    },
    {
      title: t('parts_colour'),
      choices: COLOURS.map((one) => ({ filter: `color:${one}`, name: colourName(one), colour: one })),
    },
    { title: t('library_tags'), choices: tags.map(({ tag, count }) => ({ filter: `tag:${tag}`, name: tag, count })) },
    {
      title: t('library_sites'),
      choices: sites.map(({ site, count }) => ({ filter: `site:${site}`, name: site, count })),
    },
  ];
  return (
    <details class="library-facets" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="facts">{t('library_filters')}</summary>
      <nav aria-label={t('library_filters')}>
        {children}
        {groups.map((group) => (
          <Group key={group.title} {...group} query={query} onFilter={onFilter} />
        ))}
        <section class="facet">
          <button type="button" class="facet-choice" aria-pressed={inBin} onClick={() => onBin(!inBin)}>
            <span class="facet-name">{t('library_bin')}</span>
          </button>
        </section>
      </nav>
    </details>
  );
}

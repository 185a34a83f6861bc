/** A block of code: copied at a click, its long lines wrapped or not. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Check, Copy, WrapText } from 'lucide';
import { language, t } from '../../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../../parts/controls/Button.tsx';
import './code-block.css';

/** How long the button says that the code was copied, ms. */
const COPIED_MS = 2_000;

/** `attributes` are those of the `<pre>`. The buttons are outside the text in which highlights are searched. */
export function CodeBlock({
  attributes,
  children,
}: {
  attributes: Record<string, unknown>;
  children: ComponentChildren;
}): JSX.Element {
  const [wraps, setWraps] = useState(false);
  const [copied, setCopied] = useState(false);
  const code = useRef<HTMLPreElement>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(code.current?.textContent ?? '');
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <div class={wraps ? 'code-block code-wraps' : 'code-block'}>
      <div class="code-acts" data-lede="code" lang={language()}>
        <IconButton
          icon={WrapText}
          name={t('reader_code_wrap')}
          aria-pressed={wraps}
          onClick={() => setWraps(!wraps)}
        />
        <IconButton
          icon={copied ? Check : Copy}
          name={t(copied ? 'parts_copied' : 'reader_code_copy')}
          onClick={() => void copy().catch(() => undefined)}
        />
      </div>
      <pre {...attributes} tabIndex={0} dir="ltr" ref={code}>
        {children}
      </pre>
    </div>
  );
}

/**
 * The note editor in an iframe inside a web page. It is one of Lede's own pages, so the web page cannot read what is
 * typed.
 */
import { start } from '../parts/start.tsx';
import { Editor } from './Editor.tsx';

const token = new URLSearchParams(location.search).get('token') ?? '';

void start('editor_title', (settings) => <Editor token={token} settings={settings} />);

/**
 * The note editor that stands in an iframe inside a web page: our own page, so that the stranger cannot read what is
 * typed.
 */
import { start } from '../parts/start.tsx';
import { Editor } from './Editor.tsx';

const token = new URLSearchParams(location.search).get('token') ?? '';

void start('editor_title', (settings) => <Editor token={token} settings={settings} />);

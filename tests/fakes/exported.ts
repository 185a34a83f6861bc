/** The files of an export with their whole texts, as a small library has them. */
import { type ExportFormat, exportFiles } from '../../src/core/library/export/export.ts';
import type { Records } from '../../src/core/library/records.ts';

/** What a person gets; of Markdown one file of each article. */
export async function exported(
  format: ExportFormat,
  library: Records,
  nowMs: number,
): Promise<{ name: string; type: string; text: string }[]> {
  const readArticles = async (ids: readonly string[]) =>
    library.articles.filter(({ entryId }) => ids.includes(entryId));
  const files = [];
  for (const { name, type, parts } of exportFiles(format, library, readArticles, nowMs)) {
    let text = '';
    for await (const part of parts()) text += part;
    files.push({ name, type, text });
  }
  return files;
}

/** The files of an export with their complete texts, for small libraries. */
import { type ExportFormat, exportFiles } from '../../src/core/library/export/export.ts';
import type { Records } from '../../src/core/library/records.ts';

/** The files that a person gets; for Markdown one file for each article. */
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

const SOURCES = new Map([
  ['web', 'On a page'],
  ['api', 'Through the API'],
  ['demo', 'Sample data'],
  ['daybook', 'At the start of Daybook'],
]);
const IMPORT = /^import:([0-9a-f]{8})[0-9a-f]*#(.*)!(\d+)(?:-(\d+))?$/;

/** Where an event came from; a source that has no words of its own is shown as it is stored. */
export const sourceInWords = (source: string): string => {
  const [, file, sheet, row, last] = IMPORT.exec(source) ?? [];
  if (!file) return SOURCES.get(source) ?? source;
  return `Imported from ${last ? `rows ${row} to ${last}` : `row ${row}`}${sheet ? ` of ${sheet}` : ''}, file ${file}`;
};

/** The part that somebody played when they acted. */
export const roleInWords = (role: string): string => (role === 'system' ? 'Daybook itself' : role);

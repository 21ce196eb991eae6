import { wholeFile } from '../faulty-file.js';

export const LARGEST_FILE = 2 * 1024 * 1024;

const SAVE_AS = 'Save the sheet as "CSV UTF-8" and send that file.';
const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((b, i) => bytes[i] === b);

const isUtf16 = (bytes: Uint8Array): boolean => startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
/** A zip file: what spreadsheets save as a workbook. */
const isWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wholeFile(`The file is not in UTF-8, so letters such as é or ’ would be lost. ${SAVE_AS}`);
  }
};

/**
 * The text of an uploaded file, without a byte order mark.
 * @throws FaultyFile when it is empty, too large, or no text in UTF-8.
 */
export const textOf = (bytes: Uint8Array): string => {
  if (bytes.length === 0) throw wholeFile('The file is empty. Choose a CSV file with a heading and rows.');
  if (bytes.length > LARGEST_FILE) throw wholeFile('The file is larger than 2 MB. Send fewer rows at once.');
  if (isUtf16(bytes)) throw wholeFile(`The file is in UTF-16. ${SAVE_AS}`);
  if (isWorkbook(bytes)) throw wholeFile(`The file is a workbook, not a CSV file. ${SAVE_AS}`);
  if (bytes.includes(0)) throw wholeFile(`The file is not a CSV file. ${SAVE_AS}`);
  const text = decoded(bytes);
  if (text.trim() === '') throw wholeFile('The file is empty. Choose a CSV file with a heading and rows.');
  return text;
};

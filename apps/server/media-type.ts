/** What a file is, by its first bytes and not by its name; undefined for what is not taken in as evidence. */
export function mediaTypeOf(bytes: Buffer): string | undefined {
  const starts = (...signature: readonly number[]): boolean => signature.every((b, i) => bytes[i] === b);
  if (bytes.length === 0) return undefined;
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x50, 0x4b, 0x03, 0x04)) return officeTypeOf(bytes);
  if (bytes.subarray(4, 8).toString('latin1') === 'ftyp') return 'video/mp4';
  if (starts(0x49, 0x44, 0x33) || starts(0xff, 0xfb)) return 'audio/mpeg';
  return isPlainText(bytes) ? 'text/plain' : undefined;
}

/** A zip is taken only where it is a Word or Excel file: its parts say so. */
function officeTypeOf(bytes: Buffer): string | undefined {
  const names = bytes.toString('latin1');
  if (names.includes('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (names.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return undefined;
}

function isPlainText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/^\s*<(?:!doctype|html|svg|script)/i.test(bytes.subarray(0, 200).toString('utf8'));
  } catch {
    return false;
  }
}

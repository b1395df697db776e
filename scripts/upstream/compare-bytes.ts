/** How a file differs from the publisher's. */
export interface ByteComparison {
  result: 'identical' | 'line-ends' | 'cut' | 'different';
  /** What the difference is, in words. */
  what: string;
}

/**
 * Compares a source file with the publisher's, byte by byte.
 *
 * @example compareBytes(Buffer.from('a\n'), Buffer.from('a\r\n')) // => { result: 'line-ends', … }
 */
export function compareBytes(ours: Buffer, theirs: Buffer): ByteComparison {
  if (ours.equals(theirs)) return { result: 'identical', what: 'the same, byte for byte' };
  // Latin-1 keeps every byte.
  const [own, other] = [ours, theirs].map((bytes) => bytes.toString('latin1'));
  const [lines, published] = [own ?? '', other ?? ''].map((text) => text.replace(/\r\n?/g, '\n'));
  if (lines === undefined || published === undefined) throw new Error('two files are compared');
  if (lines === published)
    return { result: 'line-ends', what: 'the same but for the ends of lines (CR LF or LF)' };
  const at = lines.trim() === '' ? -1 : published.indexOf(lines.trim());
  const countLines = (text: string) => text.split('\n').length - 1;
  if (at !== -1) {
    const before = countLines(published.slice(0, at));
    const after = countLines(published.slice(at + lines.trim().length).trimEnd());
    return {
      result: 'cut',
      what: `the publisher's file has ${before} more lines before it and ${after} after it`,
    };
  }
  const [a, b] = [lines.split('\n'), published.split('\n')];
  const first = a.findIndex((line, index) => line !== b[index]);
  const line = first === -1 ? a.length : first + 1;
  return { result: 'different', what: `the files differ from line ${line} on` };
}

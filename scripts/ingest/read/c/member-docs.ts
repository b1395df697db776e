/** Comments above an enum that document its members: `@E_IO: text`, `@constant E_IO text`. */
import type { Comment, Definition } from './comments.ts';
import type { Unread } from './source.ts';

const member = /^[\\@](?:const(?:ant)? +(\w+)[:：]?|(\w+):)(?:\s+(.*))?$/;

/**
 * Gives definitions the texts that a comment above them has for their names; its other lines stay.
 *
 * @returns The lines about names that the file does not define.
 */
export function takeMemberDocs(
  comments: readonly Comment[],
  definitions: readonly Definition[],
): Unread[] {
  const bySymbol = Map.groupBy(definitions, ({ texts }) => texts.get('symbol'));
  return comments.flatMap((comment) => {
    const lines = comment.text.split('\n');
    const members = lines.map((line) => member.exec(line));
    const nameAt = (at: number) => members[at]?.[1] ?? members[at]?.[2];
    const isKnown = (at: number) => bySymbol.has(nameAt(at));
    if (!members.some((found, at) => found && isKnown(at))) return [];
    const taken = new Set<number>();
    const unknown: Unread[] = [];
    for (const [at, found] of members.entries()) {
      if (!found) continue;
      const isEnd = (line: string, index: number) =>
        index > at && (line === '' || /^[\\@]\w/.test(line));
      const end = lines.findIndex(isEnd);
      const own = lines.slice(at + 1, end < 0 ? undefined : end);
      const text = [found[3] ?? '', ...own].join('\n').trim();
      const [definition] = bySymbol.get(nameAt(at)) ?? [];
      if (!definition || definition.texts.has('message')) {
        unknown.push({ line: comment.lines[at] ?? comment.line, text: lines[at] ?? '' });
        continue;
      }
      if (text !== '') definition.texts.set('message', text);
      for (let each = at; each <= at + own.length; each += 1) taken.add(each);
    }
    comment.text = lines.filter((_, at) => !taken.has(at)).join('\n');
    comment.lines = comment.lines.filter((_, at) => !taken.has(at));
    return unknown.map(({ line, text }) => ({ line, text: text.slice(0, 80) }));
  });
}

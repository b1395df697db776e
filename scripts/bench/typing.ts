/** How long readers wait for the filters and the search while they type. */
import { readLines } from './read-lines.ts';
import { figure, median } from './table.ts';

/** @param repeat How often the same is typed; for each key the middle wait counts. */
export async function measureTyping(repeat: number, say: (text: string) => void) {
  const rows: Record<string, string>[] = [];
  for await (const line of readLines('typing.ts', ['--repeat', String(repeat)])) {
    const { field, locale, waits } = JSON.parse(line) as {
      field: string;
      locale: string;
      waits: number[][];
    };
    const keys = (waits[0] ?? []).map((_, key) => median(waits.map((round) => round[key] ?? 0)));
    rows.push({
      field,
      locale,
      'median (ms)': figure(median(keys)),
      'slowest key (ms)': figure(Math.max(...keys)),
    });
    say(`typing: ${field}, ${locale}`);
  }
  return rows;
}

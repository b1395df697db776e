/**
 * Prints Astro's messages during a build as usual, but without a line for each of thousands of pages.
 * src/integrations/rendering.ts reports progress instead.
 */
import standard from 'astro/logger/node';

type Destination = ReturnType<typeof standard>;
type Message = Parameters<Destination['write']>[0];

export default function logWithoutPages(config?: object): Destination {
  const destination = standard(config);
  return {
    ...destination,
    write(message) {
      if (!isAboutOnePage(message)) destination.write(message);
    },
  };
}

/** The two halves of such a line: `├─ /en/apig/index.html`, without a line end, and ` (+3ms) `. */
function isAboutOnePage({ label, message, newLine }: Message): boolean {
  if (!newLine) return message.includes('├─');
  return label === 'SKIP_FORMAT' && /\(\+[\d.]+m?s\)/.test(message);
}

/** What the script of a worker begins and ends with, so that a page can tell it from half of it. */
export const scriptMarks = { start: '/* error codes: worker */', end: '/* end of the worker */' };

/** Whether a text is a whole script of this program. */
export function isOwnScript(text: string): boolean {
  return text.startsWith(scriptMarks.start) && text.trimEnd().endsWith(scriptMarks.end);
}

/** The line that tells people not to edit a generated file, and ingest which files are its own. */
export const generatedBy = 'Written by `npm run ingest` from content/; changes made here are lost.';

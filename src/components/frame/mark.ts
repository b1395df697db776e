/** The built-in mark, an exclamation mark and 中 in one sign: parts of an SVG of 24 × 24. */
export const markParts = [
  '<rect class="box" x="3.5" y="5" width="17" height="9" rx=".8"/>',
  '<path class="stem" d="M12 1.6v15.2"/>',
  '<circle class="dot" cx="12" cy="21.8" r="1.7"/>',
].join('');

/** The shapes of the icons, drawn on 16 × 16 with strokes of 1.5 (src/styles/parts.css). */
export const icons = {
  check: '<path d="m3.5 8.5 3 3 6-7"/>',
  clock: '<circle cx="8" cy="8" r="5.5"/><path d="M8 5v3.2l2 1.3"/>',
  close: '<path d="m4 4 8 8M12 4l-8 8"/>',
  copy: '<rect x="5.5" y="5.5" width="8" height="8.5" rx="1.5"/><path d="M10.5 5.5V3.6c0-.6-.5-1.1-1.1-1.1H3.6c-.6 0-1.1.5-1.1 1.1v5.8c0 .6.5 1.1 1.1 1.1h1.9"/>',
  diamond: '<path d="M8 2.2 13.8 8 8 13.8 2.2 8Z" fill="currentColor"/>',
  down: '<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>',
  external:
    '<path d="M6.5 3H3.6C3 3 2.5 3.5 2.5 4.1v8.3c0 .6.5 1.1 1.1 1.1h8.3c.6 0 1.1-.5 1.1-1.1V9.5M9.5 2.5h4v4M13.2 2.8 7.5 8.5"/>',
  feed: '<path d="M3 8.2A4.8 4.8 0 0 1 7.8 13M3 4a9 9 0 0 1 9 9"/><circle cx="3.8" cy="12.2" r=".8"/>',
  link: '<path d="M6.7 9.3a3 3 0 0 0 4.2 0l2.2-2.2a3 3 0 0 0-4.2-4.2l-.9.9M9.3 6.7a3 3 0 0 0-4.2 0L2.9 8.9a3 3 0 0 0 4.2 4.2l.9-.9"/>',
  menu: '<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>',
  missing: '<circle cx="8" cy="8" r="5.5" stroke-dasharray="2.2 2.2"/>',
  right: '<path d="m6.5 4.5 3.5 3.5-3.5 3.5"/>',
  search: '<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>',
  theme:
    '<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor"/>',
} as const;

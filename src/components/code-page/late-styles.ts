import css from '~/styles/pinned.css?inline';

/** Styles of what most readers never see; as a sheet, because pages allow no style elements. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

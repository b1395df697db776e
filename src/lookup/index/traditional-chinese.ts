import { Converter } from 'opencc-js/t2cn';

/** Variant characters that OpenCC does not convert, each with the form in the documents. */
const variants = '帳账帐账衹只祇只戸户黏粘';

/**
 * Returns traditional and simplified characters in turn, for the simplified characters in a text. Runs
 * when the site is built.
 *
 * @example pairsFor('后端') // => '後后'
 */
export function pairsFor(text: string): string {
  const needed = new Set(text);
  const simplify = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  // The block of Han characters that Unicode had from the start.
  for (let code = 0x4e00; code < 0xa000; code += 1) {
    const traditional = String.fromCharCode(code);
    const simplified = simplify(traditional);
    if (simplified !== traditional && needed.has(simplified)) pairs += traditional + simplified;
  }
  for (let i = 0; i < variants.length; i += 2) {
    if (needed.has(variants.charAt(i + 1))) pairs += variants.slice(i, i + 2);
  }
  return pairs;
}

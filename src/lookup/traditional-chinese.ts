/** Traditional Chinese characters with their simplified ones. Runs when the site is built. */
import { Converter } from 'opencc-js/t2cn';

/** Characters that OpenCC leaves, and of which documents use the other form. */
const variants = '帳账帐账衹只祇只戸户黏粘';

/**
 * Returns the pairs whose simplified character occurs in a text.
 *
 * @param text What is to be found by traditional characters.
 * @returns Traditional and simplified character in turn.
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

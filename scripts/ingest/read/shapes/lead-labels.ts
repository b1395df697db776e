/** Labels before a code at the beginning of a text: "错误码：20002", "Error code E100". */
import { readCodeWord } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';

/** A general word before a code, if no heading list knows the label. */
const generalLabel =
  /^(?:(?:error|err|exception|fault|bug ?check|错误|异常|故障|报错)(?:\s+(?:code|no\.?|number|id))?|(?:message|msg|alarm|event|return|result|reason)\s+(?:code|no\.?|number|id))(?:[\s:：#]+|(?=\[))/i;
/** A word in capitals before a number: "SQLCODE 9005". Others are standards: "RFC 7807". */
const capitals = /^(?:[A-Z]*(?:CODE|ERR|ERROR|STATE|FAULT)|TODO|FIXME)\s+(?=\d{3,}(?![\d.]))/;
/** Words that stand before other numbers, too: they need a sign behind the number. */
const weakLabel =
  /^(?:alarm|event|response|result|return|warning|trap|status word|sw|rc|reason|message|msg)\s+(?=[A-Z]{0,2}\d[\dA-Z]+\s*(?:[:：(（]|[-–—]+\s|$))/i;
/** "错误码 20002", "Error code E100". */
const labelBeforeNumber = /^(\p{L}\D{1,39}?)\s*[:：#]?\s*(?=[-+]?[A-Za-z]*[_.-]?\d)/u;
/** "错误码 NoSuchKey: ". */
const labelBeforeName = /^(\p{L}[^:：\d]{1,40}?)\s+(?=([A-Z]\w+)\s*[:：])/u;

/** Whether words before a number are a label of codes, and not the beginning of a sentence. */
function isLabelOfCode(words: string, lookUp: HeadingLookup): boolean {
  const isSentence =
    /[.!?。！？:：,，;；"“{}<>]/.test(words) ||
    /\s(?:above|after|and|are|before|below|between|for|from|in|is|of|or|over|since|than|to|under|with)$/i.test(
      words,
    ) ||
    words.split(/\s+/).length > 4;
  // "ErrCodeQuery (2001)" is a name with its number.
  const isName = /[(（]$/.test(words) && readCodeWord(words.slice(0, -1).trim()) === 'name';
  return !isSentence && !isName && lookUp(words)?.field === 'code';
}

/** Splits off a label; "Error" before a code is a general one, "Error code" is one of codes. */
export function splitLabel(
  text: string,
  lookUp: HeadingLookup,
): { label: string; isOfCode: boolean; rest: string } {
  const [named = '', ofName = '', word = ''] = labelBeforeName.exec(text) ?? [];
  // "错误码 ErrorCode: 4001" is one label in two languages.
  const isName = readCodeWord(word) === 'name' && lookUp(word) === undefined;
  if (isName && isLabelOfCode(ofName, lookUp))
    return { label: ofName, isOfCode: true, rest: text.slice(named.length) };
  const [whole = '', label = ''] = /^([^:：]{1,40}?)\s*[:：]\s*(?=\S)/.exec(text) ?? [];
  if (label !== '' && !/[\d.!?。！？]/.test(label) && lookUp(label)?.field === 'code') {
    return { label, isOfCode: true, rest: text.slice(whole.length) };
  }
  const [before = '', words = ''] = labelBeforeNumber.exec(text) ?? [];
  if (isLabelOfCode(words, lookUp)) {
    return { label: words, isOfCode: true, rest: text.slice(before.length) };
  }
  const [general = ''] =
    generalLabel.exec(text) ?? capitals.exec(text) ?? weakLabel.exec(text) ?? [];
  const name = general.replace(/[\s:：#]+$/, '');
  return { label: name, isOfCode: false, rest: text.slice(general.length) };
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { learnLexicon, type TextPair } from '../../../../scripts/ingest/lexicon/learn-lexicon.ts';
import {
  type Lexicon,
  parseLexicon,
  renderLexicon,
} from '../../../../scripts/ingest/lexicon/lexicon.ts';
import { scoreWords } from '../../../../scripts/ingest/lexicon/score-translation.ts';
import { wordsOf } from '../../../../scripts/ingest/lexicon/words.ts';
import { lexiconFile } from '../../../../scripts/ingest/load/lexicon.ts';

const pairs: TextPair[] = [
  ['The token has expired.', '令牌已过期。'],
  ['The token is invalid.', '令牌无效。'],
  ['The user is invalid.', '用户无效。'],
  ['The session has expired.', '会话已过期。'],
  ['The user does not exist.', '用户不存在。'],
  ['The session does not exist.', '会话不存在。'],
];
const lexicon = learnLexicon(pairs);
const scoreTexts = (english: string, chinese: string, from: Lexicon) =>
  scoreWords(wordsOf(english), wordsOf(chinese), from);
const best = (word: string, from = lexicon) => [...(from.get(word)?.chinese.keys() ?? [])][0];

test('the most probable translation is the word that the pairs have in common', () => {
  assert.equal(best('token'), '令牌');
  assert.equal(best('invalid'), '无效');
  assert.equal(best('expir'), '过期');
  assert.equal(best('user'), '用户');
});

test('the order of the pairs and repeated pairs change nothing', () => {
  const again = learnLexicon([...pairs, ...pairs].reverse());
  assert.equal(renderLexicon(again), renderLexicon(lexicon));
});

test('a word of one pair only is not learned, because the pair would confirm itself', () => {
  const more = learnLexicon([...pairs, ['The widget is invalid.', '小部件无效。']]);
  assert.equal(more.has('widget'), false);
});

test('pairs add to a known lexicon, and change it only if they outweigh it', () => {
  const known = new Map([['token', { rarity: 3, chinese: new Map([['标识', 0.9]]) }]]);
  const own: TextPair[] = [
    ['token of user', '用户的令牌'],
    ['token of group', '用户组的令牌'],
  ];
  const little = learnLexicon(own, known).get('token');
  assert.equal([...(little?.chinese.keys() ?? [])][0], '标识');
  assert.ok((little?.chinese.get('令牌') ?? 0) > 0.1);
  const many = Array.from({ length: 40 }, (_, n): TextPair => [`token ${n}`, `令牌${n}`]);
  assert.equal(best('token', learnLexicon(many, known)), '令牌');
  assert.equal(best('token', learnLexicon([], known)), '标识');
});

test('a score counts each English word by its best Chinese word and names the pairs', () => {
  const right = scoreTexts('Invalid token', '令牌无效', lexicon);
  const half = scoreTexts('Invalid token', '用户无效', lexicon);
  const wrong = scoreTexts('Invalid token', '会话已过期', lexicon);
  assert.ok(right.score > 0.8 && half.score < right.score && wrong.score < 0.1);
  assert.deepEqual(right.pairs.map(({ english, chinese }) => `${english} = ${chinese}`).sort(), [
    'Invalid = 无效',
    'token = 令牌',
  ]);
  assert.deepEqual(half.untranslated, ['token']);
});

test('a name that both texts contain counts as translated; unknown words count nothing', () => {
  const { score, pairs: words } = scoreTexts('Frobnicate client_id', '检查client_id', new Map());
  assert.equal(score, 1);
  assert.deepEqual(words[0], { english: 'client_id', chinese: 'client_id', probability: 1 });
  assert.deepEqual(scoreTexts('Frobnicate', '检查', new Map()), {
    score: 0,
    pairs: [],
    untranslated: [],
  });
});

test('words are English stems and Chinese words without function words', () => {
  assert.deepEqual([...wordsOf('The tokens have expired.').keys()], ['token', 'expir']);
  assert.deepEqual([...wordsOf('令牌已过期。').keys()], ['令牌', '过期']);
  assert.deepEqual([...wordsOf('userName').values()], ['userName', 'user', 'Name']);
  const long = wordsOf(Array.from({ length: 5000 }, (_, n) => `word${n}`).join(' '));
  assert.ok(long.size < 160);
});

test('a lexicon file can be read again; a damaged line names file and line', () => {
  const text = renderLexicon(lexicon);
  assert.equal(renderLexicon(parseLexicon(text, 'x.tsv')), text);
  assert.throws(
    () => parseLexicon('token\t3.1\t令牌 82\nuser 令牌\n', 'x.tsv'),
    /^Error: x\.tsv:2: /,
  );
});

test('the committed lexicon is small and holds single words only', () => {
  const text = readFileSync(lexiconFile, 'utf8');
  assert.ok(text.length < 150_000);
  for (const [word, { chinese }] of parseLexicon(text, 'lexicon.tsv')) {
    assert.doesNotMatch(word, /\s/);
    for (const target of chinese.keys()) assert.match(target, /^\S{1,8}$/u);
  }
});

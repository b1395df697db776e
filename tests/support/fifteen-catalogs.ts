/** Fifteen catalogs of unlike documents, for whatever must work with any document. */
import type { TestCatalog, TestDocument } from './content.ts';
import { readFixture, tableOf } from './project-of.ts';

const advice = 'Check the request against the reference, then send it again after a few seconds.';
const english = 'Error Code|HTTP Status Code|Error Message|Description|Solution';
const chinese = '错误码|HTTP状态码|错误信息|描述|处理措施';
const table = (headings: string, rows: string[][]) => tableOf(headings.split('|'), rows);
const en = (headings: string, rows: string[][]): TestDocument => file(table(headings, rows));
const zh = (headings: string, rows: string[][]): TestDocument => ({
  id: 'zh',
  lang: 'zh-CN',
  lineage: 'zh-cn',
  text: table(headings, rows),
});
const file = (text: string): TestDocument => ({ id: 'en', lang: 'en', text });
const catalogOf = (id: string, english: string, chinese: string, ...documents: TestDocument[]) => ({
  id,
  title: { en: english, 'zh-CN': chinese },
  documents,
});
/** Text of a length in characters without a place to break. */
const unbroken = (length: number, first: string) => first + 'Aa0x'.repeat(length).slice(0, length);
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Rows of a document whose texts depend on its edition. */
const rowsOf = (edition: number) =>
  numbers(14).map((at) => [
    `PAY.0${at < 8 ? 1 : 2}${String(at).padStart(2, '0')}`,
    at === 3 && edition < 3 ? '503' : (['400', '404', '500', '502'][at % 4] ?? '400'),
    `Payment ${at} was refused${edition === 2 && at % 5 === 0 ? ' by the bank' : ''}.`,
    `The bank refused payment ${at} within ${10 + (at % 7 === 0 ? edition : 0)} seconds.`,
    at % 6 === 0 ? '-' : `${advice} (${edition})`,
  ]);
const rowsInChinese = (edition: number) =>
  rowsOf(edition).map(([code = '', status = '', message = ''], at) => [
    code,
    status,
    message,
    `银行在${10 + (at % 9 === 0 ? edition : 0)}秒内拒绝了付款${at}。`,
    `请核对请求，几秒后重试（${edition}）。`,
  ]);
const editions = (id: string, lang: 'en' | 'zh-CN', publisher: string): TestDocument[] =>
  ['2021-01', '2023-06', '2024-11'].map((revision, at, all) => ({
    id: `${id}-${revision}`,
    lang,
    publisher: { en: publisher, 'zh-CN': publisher },
    revision,
    lineage: id,
    ...(at > 0 ? { follows: `${id}-${all[at - 1]}` } : {}),
    text: lang === 'en' ? table(english, rowsOf(at + 1)) : table(chinese, rowsInChinese(at + 1)),
  }));
const negatives = ['-1', '-2', '-1001', '-1002', '0', '40001'];

export const fifteenCatalogs: TestCatalog[] = [
  catalogOf(
    'eight-documents',
    'Payments',
    '支付',
    ...editions('bank', 'en', 'A Bank With a Rather Long Name'),
    ...editions('yinhang', 'zh-CN', '名称相当长的一家银行'),
    { ...en(english, rowsOf(2)), id: 'partner', lineage: 'partner', revision: '2024-02' },
    { ...zh(chinese, rowsInChinese(2)), id: 'huoban', lineage: 'huoban', revision: '2024-03' },
  ),
  catalogOf(
    'long-codes',
    'Long codes',
    '很长的错误码',
    en(
      english,
      [100, 150, 200, 300].map((length, at) => [
        unbroken(length, `Operation${at}`),
        '400',
        `The name ${unbroken(90, 'Name')} is taken.`,
        `${unbroken(120, 'https://example.com/')} is too long.`,
        advice,
      ]),
    ),
  ),
  catalogOf(
    'words',
    'Words',
    '单词',
    en('Code|Description', [
      ['OSS', 'Object storage failed.'],
      ['SLS', 'The log service failed.'],
      ['Throttled', advice],
    ]),
    zh('错误码|描述', [
      ['OSS', '对象存储失败。'],
      ['SLS', '日志服务失败。'],
      ['Throttled', '请求过多，请稍后重试。'],
    ]),
  ),
  catalogOf(
    'word-families',
    'Word families',
    '单词分组',
    en(
      'Error Code|HTTP Status Code|Description',
      'ECS_QUOTA_EXCEEDED|ECS_LIMIT|VPC_GONE|VPC_BUSY|Forbidden|InvalidParameterValueException'
        .split('|')
        .map((code, at) => [code, `${400 + at}`, `${code} means that ${advice.toLowerCase()}`]),
    ),
  ),
  catalogOf(
    'no-statuses',
    'No statuses',
    '没有状态码',
    en(
      'Error Code|Error Message|Solution',
      numbers(4).map((at) => [`NS${1000 + at}`, `Failure ${at}`, advice]),
    ),
  ),
  catalogOf(
    'no-messages',
    'No messages',
    '没有错误信息',
    en(
      'Error Code|HTTP Status Code|Description',
      numbers(4).map((at) => [
        `NM-${2000 + at}`,
        '429',
        `The limit ${at} of your account was reached, so the request was refused.`,
      ]),
    ),
    zh(
      '错误码|HTTP状态码|描述',
      numbers(4).map((at) => [`NM-${2000 + at}`, '429', `账户的第${at}项限额已用完，请求被拒绝。`]),
    ),
  ),
  catalogOf(
    'chinese-only',
    'Chinese only',
    '只有中文',
    zh(
      chinese,
      rowsInChinese(1).map((row) => row.map((text) => text.replace('PAY', 'ZH'))),
    ),
  ),
  catalogOf(
    'one-code',
    'One code',
    '一个错误码',
    en('Error Code|Description', [['E1', 'Something failed.']]),
  ),
  catalogOf(
    'decimals',
    'Decimal codes',
    '小数错误码',
    en(
      'Error Code|Description|Solution',
      ['0.0895', '0.1023', '1.2290', '12.7001', '0.3'].map((code) => [
        code,
        `The device reports ${code}.`,
        advice,
      ]),
    ),
  ),
  catalogOf(
    'negatives',
    'Negative codes',
    '负数错误码',
    en(
      'Error Code|Error Message|Description',
      negatives.map((code) => [code, `Error ${code}`, `The call returned ${code}.`]),
    ),
    zh(
      '错误码|错误信息|描述',
      negatives.map((code) => [code, `Error ${code}`, `调用返回${code}。`]),
    ),
  ),
  catalogOf(
    'slashes',
    'Slashes',
    '斜杠',
    en(
      'Error Code|HTTP Status Code|Description',
      ['Auth/Token/Expired', 'Auth/Token/Missing', 'storage/object-not-found'].map((code) => [
        code,
        '401',
        `${code}: ${advice}`,
      ]),
    ),
  ),
  catalogOf(
    'many-cases',
    'Many cases',
    '多种情形',
    en(
      english,
      numbers(22).map((at) => [
        'InvalidParameter',
        ['400', '400/403/404', '4xx', '500 Internal Server Error', ''][at % 5] ?? '',
        `The parameter \`${unbroken(20 + at, 'field')}\` must be one of ${
          numbers(at % 4)
            .map((n) => `value-${n}`)
            .join(', ') || 'none'
        }, value ${at}.`,
        `Reason ${at}: ${advice}`,
        `1. Open the console.<br>2. ${advice}<br>3. See https://docs.example.com/${unbroken(60, 'reference/')}.`,
      ]),
    ),
  ),
  catalogOf('sections', 'Sections of a compiler', '编译器', {
    ...file(readFixture('normalise/html-sections-of-a-compiler/document.html')),
    format: 'html',
  }),
  catalogOf(
    'phrases',
    'Phrases',
    '短语',
    file(readFixture('normalise/codes-are-phrases/document.md')),
  ),
  catalogOf(
    'paragraphs',
    'Paragraphs of a catalog whose title is much longer than those of the others',
    '标题比其他错误码目录长得多的错误码目录',
    file(readFixture('normalise/paragraph-per-code/document.md')),
    { ...zh('', []), text: readFixture('normalise/section-per-code-zh/document.md') },
  ),
];

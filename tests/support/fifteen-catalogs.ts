/** Fifteen catalogs of unlike documents, for whatever must work with any document. */
import { type OwnCatalog, type OwnDocument, readFixture, tableOf } from './project-of.ts';

const advice = 'Check the request against the reference, then send it again after a few seconds.';
const english = ['Error Code', 'HTTP Status Code', 'Error Message', 'Description', 'Solution'];
const chinese = ['错误码', 'HTTP状态码', '错误信息', '描述', '处理措施'];
const en = (text: string, more: Partial<OwnDocument> = {}): OwnDocument => ({
  id: 'en',
  lang: 'en',
  text,
  ...more,
});
const zh = (text: string, more: Partial<OwnDocument> = {}): OwnDocument => ({
  id: 'zh',
  lang: 'zh-CN',
  text,
  ...more,
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
const editions = (id: string, lang: 'en' | 'zh-CN', publisher: string): OwnDocument[] =>
  ['2021-01', '2023-06', '2024-11'].map((revision, at, all) => ({
    id: `${id}-${revision}`,
    lang,
    publisher: { en: publisher, 'zh-CN': publisher },
    revision,
    lineage: id,
    ...(at > 0 ? { follows: `${id}-${all[at - 1]}` } : {}),
    text:
      lang === 'en' ? tableOf(english, rowsOf(at + 1)) : tableOf(chinese, rowsInChinese(at + 1)),
  }));

export const fifteenCatalogs: OwnCatalog[] = [
  {
    id: 'eight-documents',
    title: { en: 'Payments', 'zh-CN': '支付' },
    documents: [
      ...editions('bank', 'en', 'A Bank With a Rather Long Name'),
      ...editions('yinhang', 'zh-CN', '名称相当长的一家银行'),
      en(tableOf(english, rowsOf(2)), { id: 'partner', lineage: 'partner', revision: '2024-02' }),
      zh(tableOf(chinese, rowsInChinese(2)), {
        id: 'huoban',
        lineage: 'huoban',
        revision: '2024-03',
      }),
    ],
  },
  {
    id: 'long-codes',
    title: { en: 'Long codes', 'zh-CN': '很长的错误码' },
    documents: [
      en(
        tableOf(
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
    ],
  },
  {
    id: 'words',
    title: { en: 'Words', 'zh-CN': '单词' },
    documents: [
      en(
        tableOf(
          ['Code', 'Description'],
          [
            ['OSS', 'Object storage failed.'],
            ['SLS', 'The log service failed.'],
            ['Throttled', advice],
          ],
        ),
      ),
      zh(
        tableOf(
          ['错误码', '描述'],
          [
            ['OSS', '对象存储失败。'],
            ['SLS', '日志服务失败。'],
            ['Throttled', '请求过多，请稍后重试。'],
          ],
        ),
      ),
    ],
  },
  {
    id: 'word-families',
    title: { en: 'Word families', 'zh-CN': '单词分组' },
    documents: [
      en(
        tableOf(
          ['Error Code', 'HTTP Status Code', 'Description'],
          [
            'ECS_QUOTA_EXCEEDED',
            'ECS_LIMIT',
            'VPC_GONE',
            'VPC_BUSY',
            'Forbidden',
            'InvalidParameterValueException',
          ].map((code, at) => [
            code,
            String(400 + at),
            `${code} means that ${advice.toLowerCase()}`,
          ]),
        ),
      ),
    ],
  },
  {
    id: 'no-statuses',
    title: { en: 'No statuses', 'zh-CN': '没有状态码' },
    documents: [
      en(
        tableOf(
          ['Error Code', 'Error Message', 'Solution'],
          numbers(4).map((at) => [`NS${1000 + at}`, `Failure ${at}`, advice]),
        ),
      ),
    ],
  },
  {
    id: 'no-messages',
    title: { en: 'No messages', 'zh-CN': '没有错误信息' },
    documents: [
      en(
        tableOf(
          ['Error Code', 'HTTP Status Code', 'Description'],
          numbers(4).map((at) => [
            `NM-${2000 + at}`,
            '429',
            `The limit ${at} of your account was reached, so the request was refused.`,
          ]),
        ),
      ),
      zh(
        tableOf(
          ['错误码', 'HTTP状态码', '描述'],
          numbers(4).map((at) => [
            `NM-${2000 + at}`,
            '429',
            `账户的第${at}项限额已用完，请求被拒绝。`,
          ]),
        ),
      ),
    ],
  },
  {
    id: 'chinese-only',
    title: { en: 'Chinese only', 'zh-CN': '只有中文' },
    documents: [
      zh(
        tableOf(
          chinese,
          rowsInChinese(1).map((row) => row.map((text) => text.replace('PAY', 'ZH'))),
        ),
      ),
    ],
  },
  {
    id: 'one-code',
    title: { en: 'One code', 'zh-CN': '一个错误码' },
    documents: [en(tableOf(['Error Code', 'Description'], [['E1', 'Something failed.']]))],
  },
  {
    id: 'decimals',
    title: { en: 'Decimal codes', 'zh-CN': '小数错误码' },
    documents: [
      en(
        tableOf(
          ['Error Code', 'Description', 'Solution'],
          ['0.0895', '0.1023', '1.2290', '12.7001', '0.3'].map((code) => [
            code,
            `The device reports ${code}.`,
            advice,
          ]),
        ),
      ),
    ],
  },
  {
    id: 'negatives',
    title: { en: 'Negative codes', 'zh-CN': '负数错误码' },
    documents: [
      en(
        tableOf(
          ['Error Code', 'Error Message', 'Description'],
          ['-1', '-2', '-1001', '-1002', '0', '40001'].map((code) => [
            code,
            `Error ${code}`,
            `The call returned ${code}.`,
          ]),
        ),
      ),
      zh(
        tableOf(
          ['错误码', '错误信息', '描述'],
          ['-1', '-2', '-1001', '-1002', '0', '40001'].map((code) => [
            code,
            `Error ${code}`,
            `调用返回${code}。`,
          ]),
        ),
      ),
    ],
  },
  {
    id: 'slashes',
    title: { en: 'Slashes', 'zh-CN': '斜杠' },
    documents: [
      en(
        tableOf(
          ['Error Code', 'HTTP Status Code', 'Description'],
          ['Auth/Token/Expired', 'Auth/Token/Missing', 'storage/object-not-found'].map((code) => [
            code,
            '401',
            `${code}: ${advice}`,
          ]),
        ),
      ),
    ],
  },
  {
    id: 'many-cases',
    title: { en: 'Many cases', 'zh-CN': '多种情形' },
    documents: [
      en(
        tableOf(
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
    ],
  },
  {
    id: 'sections',
    title: { en: 'Sections of a compiler', 'zh-CN': '编译器' },
    documents: [
      en(readFixture('normalise/html-sections-of-a-compiler/document.html'), { format: 'html' }),
    ],
  },
  {
    id: 'phrases',
    title: { en: 'Phrases', 'zh-CN': '短语' },
    documents: [en(readFixture('normalise/codes-are-phrases/document.md'))],
  },
  {
    id: 'paragraphs',
    title: {
      en: 'Paragraphs of a catalog whose title is much longer than those of the others',
      'zh-CN': '标题比其他错误码目录长得多的错误码目录',
    },
    documents: [
      en(readFixture('normalise/paragraph-per-code/document.md')),
      zh(readFixture('normalise/section-per-code-zh/document.md')),
    ],
  },
];

/** Texts that grow with `size` in one way each: answering them must take time in proportion. */
import { messages } from './texts.ts';

/** One way to grow. `size` is about the number of characters. */
export interface HeavyText {
  name: string;
  make(size: number): string;
}

/** Repeated: one class of character, and what begins something that the search looks for. */
const fillings = [
  ...['a', 'A', '0', ' ', '\t', '\n', '\\', '"', "'", '`', '{', '}', '[', '(', '<', '>', '&', '%'],
  ...['=', ':', '|', '-', '_', '.', '/', '#', ',', ';', '!', '+', '中', 'é', '\u3000', '\u200b'],
  ...['\u0301', '\u202e', '\ufdfa', '\ud800', '\u{1f468}\u200d', '\u001b[31', '\u0130', 'ㄱ'],
  ...[
    'a ',
    'a.',
    'a_',
    'a-',
    'aaa_bbb ',
    'a1',
    '中 ',
    '中a',
    '\\n',
    '\\\\u0',
    '\\u4e2d',
    '%41',
    '%e4%b8%ad',
    '&amp;',
    '&#x41;',
  ],
  ...[
    '{"a":',
    '[[',
    '<a>',
    '<a ',
    '"\\"',
    'a:"',
    '"a"="',
    "u'",
    'b"',
    '=>',
    ':=',
    '||',
    '</',
    '<!--',
  ],
  ...[
    'code:',
    'error_code="',
    '"error_msg":"',
    'message: ',
    'msg=',
    '错误码：',
    'status=',
    'error={',
    'error:',
    'code:   ',
  ],
  ...[
    'http/1.1 ',
    'HTTP 413 ',
    '404 ',
    '404',
    '404.',
    '状态码',
    'status code ',
    '返回4',
    '413 request entity too ',
  ],
  ...[
    'APIG.0201 ',
    'APIG.',
    'apig ',
    'APIG 0',
    'APIG.9999,',
    'apig.oil',
    'APIGATEWAY_',
    'apigateway ',
    'apigateway not ',
    'NOT_FOUND ',
  ],
  ...[
    'CONFLICT:',
    'UNKNOWN.',
    'E1000\n',
    'error E1000 ',
    'Foo.1234 ',
    'backend ',
    'backend timeout. ',
    '后端',
    '错误',
    'x-stage: a\n',
  ],
  ...['constructor ', '__proto__ ', '"__proto__":{', 'https://a/', 'the error is ', 'why '],
];

const around: [string, string, string][] = [
  ['', '', ''],
  ['in a message of ', '{"error_code":"APIG.0201","error_msg":"', '"}'],
  ['behind the beginning of a message of ', 'Request entity too', '!'],
];

const repeated = around.flatMap(([where, before, after]) =>
  fillings.map(
    (filling): HeavyText => ({
      name: `text: ${where}${JSON.stringify(filling)}`,
      make: (size) => before + filling.repeat(Math.ceil(size / filling.length)) + after,
    }),
  ),
);

const counted = (name: string, line: (n: number) => string): HeavyText => ({
  name: `text: ${name}`,
  make: (size) => {
    let text = '';
    for (let n = 0; text.length < size; n += 1) text += line(n);
    return text;
  },
});

const others = [
  counted(
    'a log of different codes',
    (n) => `2026-01-01 ERROR APIG.${1000 + n} failed with ${400 + (n % 200)}\n`,
  ),
  counted('different words', (n) => `w${n.toString(36)} `),
  counted(
    'different fields',
    (n) => `{"error_code":"E${n}","error_msg":"message number ${n}","status":${400 + (n % 100)}},`,
  ),
  counted('all messages in turn', (n) => `${messages[n % messages.length]} `),
  counted(
    'all messages in turn, cut short',
    (n) => `${messages[n % messages.length]?.slice(0, -3)}\n`,
  ),
  counted(
    'a book',
    (n) => `The ${n}th request to the backend was not found, and the token of the user expired. `,
  ),
  counted('a book in Chinese', (n) => `第${n}次请求后端超时，用户的令牌已过期，签名不正确。`),
  {
    name: 'text: nested JSON',
    make: (size: number) => '{"a":'.repeat(size / 6) + '}'.repeat(size / 6),
  },
  {
    name: 'text: escaped again and again',
    make: (size: number) => `{"error_code":${'\\'.repeat(size)}"APIG.0201"`,
  },
];

/** All of them. */
export const heavyTexts: HeavyText[] = [...repeated, ...others];

/**
 * The registry of what can be wrong with a source document: one entry an id, with its level, what
 * is said about it and what to do. Messages follow `file:line: what is wrong. What to do.`
 */
import type { Finding, FindingLevel, Place } from '../../src/model/model.ts';

interface FindingWords {
  message: (...facts: (string | number)[]) => string;
  advice: string;
}

interface FindingKind extends FindingWords {
  level: FindingLevel;
  /** The same in Chinese, for the pages. */
  zh: FindingWords;
}

const kinds = {
  // Fatal to a document
  'not-utf8': {
    level: 'error',
    message: (offset) => `the file is not UTF-8 (byte ${offset})`,
    advice: 'Save it as UTF-8; the text is taken as it is, so nothing is guessed.',
    zh: {
      message: (offset) => `文件不是UTF-8编码（第${offset}字节）`,
      advice: '请另存为UTF-8；原文按原样读取，不做任何猜测。',
    },
  },
  unreadable: {
    level: 'error',
    message: (why) => `the file cannot be read (${why})`,
    advice: 'Check the path and the permissions.',
    zh: {
      message: (why) => `文件无法读取（${why}）`,
      advice: '请检查路径和权限。',
    },
  },
  'empty-document': {
    level: 'error',
    message: () => 'the document is empty',
    advice: 'Put the document there, or remove the variant from content/catalogs.yaml.',
    zh: {
      message: () => '文档为空',
      advice: '请放入文档，或从content/catalogs.yaml中删除该文档版本。',
    },
  },
  'no-table': {
    level: 'error',
    message: () => 'no table was found',
    advice: 'Check `format` in content/catalogs.yaml and that the document holds a table of codes.',
    zh: {
      message: () => '没有找到表格',
      advice: '请检查content/catalogs.yaml中的format，并确认文档中有错误码表格。',
    },
  },
  'no-code-column': {
    level: 'error',
    message: (headings) => `no column of codes; the headings are: ${headings}`,
    advice: 'Add the heading of the code column to content/curation/headings.yaml.',
    zh: {
      message: (headings) => `没有错误码一列，表头为：${headings}`,
      advice: '请把错误码一列的表头加入content/curation/headings.yaml。',
    },
  },
  // Damage: the text is kept
  'table-recovered': {
    level: 'warning',
    message: () => 'the table is not one for a GFM parser; it was read line by line',
    advice:
      'Compare the rows with the document. The publisher could mend it with a blank line before the table.',
    zh: {
      message: () => 'GFM解析器不认为这是表格，已逐行读取',
      advice: '请对照原文核对各行。发布方在表格前加一个空行即可修复。',
    },
  },
  'row-joined': {
    level: 'warning',
    message: (code, cells, of) =>
      `row ${code} has ${cells} of ${of} cells; the next line was joined to it`,
    advice:
      'Check the text, and describe the loss in content/curation/defects.yaml if the source is really like this.',
    zh: {
      message: (code, cells, of) =>
        `${code}一行只有${cells}个单元格（应有${of}个），已与下一行合并`,
      advice:
        '请核对原文；如果来源文档确实如此，请在content/curation/defects.yaml中说明缺失的内容。',
    },
  },
  'row-short': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} of ${of} cells; the missing ones are taken as absent`,
    advice: 'Compare the row with the document.',
    zh: {
      message: (cells, of) => `该行只有${cells}个单元格（应有${of}个），缺少的按“没有”处理`,
      advice: '请对照原文核对该行。',
    },
  },
  'row-shifted': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} of ${of} cells; it was read from the right, and the first columns were taken from the row above`,
    advice:
      'Compare the row with the document: merged cells were probably lost when it was converted.',
    zh: {
      message: (cells, of) =>
        `该行只有${cells}个单元格（应有${of}个），已从右侧对齐，前几列取自上一行`,
      advice: '请对照原文核对该行：合并单元格很可能在转换时丢失了。',
    },
  },
  'row-long': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} cells, its header ${of}; the others are kept without a heading`,
    advice: 'Look for an unescaped | in the row.',
    zh: {
      message: (cells, of) => `该行有${cells}个单元格，表头只有${of}个，多出的内容保留但没有表头`,
      advice: '请检查该行是否有未转义的“|”。',
    },
  },
  'row-without-code': {
    level: 'warning',
    message: () => 'the row names no code; its text is kept on the source page alone',
    advice: 'Ask the publisher for the code, or leave it: nothing is guessed.',
    zh: {
      message: () => '该行没有错误码，其内容只保留在来源文档页',
      advice: '可向发布方询问错误码，否则保持原样：本站不做猜测。',
    },
  },
  'row-orphan': {
    level: 'warning',
    message: () => 'rows of a table stand here without a header',
    advice: 'They were read with the header of the table before; check them.',
    zh: {
      message: () => '此处的表格行没有表头',
      advice: '已按前一个表格的表头读取，请核对。',
    },
  },
  'row-duplicate': {
    level: 'note',
    message: (code, line) => `row ${code} repeats line ${line} word for word`,
    advice: 'Nothing to do: both places are kept in one case.',
    zh: {
      message: (code, line) => `${code}一行与第${line}行完全相同`,
      advice: '无需处理：两处出处都保留在同一种情形中。',
    },
  },
  'cell-as-above': {
    level: 'note',
    message: (heading) => `the cell under “${heading}” is blank; it was read as “as above”`,
    advice: 'Nothing to do if the row continues the one above.',
    zh: {
      message: (heading) => `“${heading}”一栏为空，按“同上”读取`,
      advice: '如果该行是上一行的延续，则无需处理。',
    },
  },
  'column-unknown': {
    level: 'warning',
    message: (heading) =>
      `the heading “${heading}” maps to no field; its column is kept under that heading`,
    advice: 'Add it to content/curation/headings.yaml if it is one of the fields.',
    zh: {
      message: (heading) => `表头“${heading}”不对应任何字段，该列按原表头保留`,
      advice: '如果它对应某个字段，请加入content/curation/headings.yaml。',
    },
  },
  'table-without-codes': {
    level: 'warning',
    message: (headings) =>
      `this table has no column of codes (${headings}) and was left out of the codes`,
    advice:
      'Nothing to do if it is not a table of error codes; else extend content/curation/headings.yaml.',
    zh: {
      message: (headings) => `该表格没有错误码一列（${headings}），未计入错误码`,
      advice: '如果它不是错误码表格，则无需处理；否则请补充content/curation/headings.yaml。',
    },
  },
  'status-as-code': {
    level: 'note',
    message: () => 'the table has no column of codes; its HTTP status is the code',
    advice: 'Nothing to do if the document describes HTTP status codes.',
    zh: {
      message: () => '该表格没有错误码一列，以HTTP状态码作为错误码',
      advice: '如果文档本来就是说明HTTP状态码的，则无需处理。',
    },
  },
  'status-odd': {
    level: 'warning',
    message: (value) => `the HTTP status “${value}” is no number between 100 and 599`,
    advice: 'Check the column; the text is shown as it is.',
    zh: {
      message: (value) => `HTTP状态码“${value}”不是100到599之间的数字`,
      advice: '请检查该列；原文按原样显示。',
    },
  },
  'codes-in-one-cell': {
    level: 'note',
    message: (codes) => `the cell names several codes: ${codes}; each gets the row`,
    advice: 'Nothing to do.',
    zh: {
      message: (codes) => `一个单元格中有多个错误码：${codes}，该行分别归入每一个`,
      advice: '无需处理。',
    },
  },
  'character-replaced': {
    level: 'warning',
    message: (name) =>
      `the document holds ${name}, which no page may show; it is shown as a symbol`,
    advice: 'Check how the document was copied.',
    zh: {
      message: (name) => `文档中有网页不能显示的字符${name}，已用符号代替`,
      advice: '请检查文档是怎样复制过来的。',
    },
  },
  'markup-odd': {
    level: 'warning',
    message: (what) => `${what}`,
    advice: 'The text is kept; compare it with the document.',
    zh: {
      message: (what) => `此处的表格或标记不规范，读取时已作处理（${what}）`,
      advice: '原文已保留，请对照原文核对。',
    },
  },
} satisfies Record<string, FindingKind>;

export type FindingId = keyof typeof kinds;

/**
 * Make a finding of a registered kind.
 *
 * @param id What is wrong.
 * @param place File and 1-based line.
 * @param facts What the message of this kind wants to know, in its order.
 * @example finding('row-short', { file: 'a.md', line: 3 }, 2, 4)
 */
export function finding(id: FindingId, place: Place, ...facts: (string | number)[]): Finding {
  const { level, message, advice, zh }: FindingKind = kinds[id];
  return {
    id,
    level,
    place,
    message: message(...facts),
    advice,
    zh: { message: zh.message(...facts), advice: zh.advice },
  };
}

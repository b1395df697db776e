/**
 * The registry of findings: for each id its level, message and advice in English and Chinese.
 * Messages follow `file:line: what is wrong. What to do.`
 */
import type { Finding, FindingLevel } from '../../src/model/finding.ts';
import type { Place } from '../../src/model/text.ts';

interface FindingText {
  message: (...facts: (string | number)[]) => string;
  advice: string;
}

interface FindingKind extends FindingText {
  level: FindingLevel;
  /** The text in Chinese, for the pages. */
  zh: FindingText;
}

const kinds = {
  // Fatal to a document
  'not-utf8': {
    level: 'error',
    message: (offset) => `the file is not UTF-8 (byte ${offset})`,
    advice: 'Save the file as UTF-8. The encoding is not guessed.',
    zh: {
      message: (offset) => `文件不是UTF-8编码（第${offset}字节）`,
      advice: '请将文件另存为UTF-8。系统不猜测编码。',
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
  'format-unsupported': {
    level: 'error',
    message: (format, supported) => `format not supported: ${format} (supported: ${supported})`,
    advice: 'Convert the document to one of these, and set `format` and `source` accordingly.',
    zh: {
      message: (format, supported) => `不支持的格式：${format}（支持：${supported}）`,
      advice: '请将文档转换为支持的格式，并相应设置format和source。',
    },
  },
  'empty-document': {
    level: 'error',
    message: () => 'the document is empty',
    advice: 'Add the document, or remove the variant from content/catalogs.yaml.',
    zh: {
      message: () => '文档为空',
      advice: '请放入文档，或从content/catalogs.yaml中删除该文档版本。',
    },
  },
  'merge-conflict': {
    level: 'error',
    message: () => 'the file has the conflict markers of a merge',
    advice: 'Restore the document as it was published.',
    zh: {
      message: () => '文件中有未解决的合并冲突标记',
      advice: '请恢复为发布方的原文。',
    },
  },
  'document-refused': {
    level: 'error',
    message: (what) => `the document is refused: ${what}`,
    advice: 'Check how the document was made; scripts/ingest/read/limits.ts lists the limits.',
    zh: {
      message: () => '文档超出限制，未读取',
      advice: '请检查文档是如何生成的；限制见scripts/ingest/read/limits.ts。',
    },
  },
  'invalid-data': {
    level: 'error',
    message: (format, why) => `the file is not valid ${format} (${why})`,
    advice: 'Check `format` in content/catalogs.yaml, or get an intact copy of the file.',
    zh: {
      message: (format, why) => `文件不是有效的${format}（${why}）`,
      advice: '请检查content/catalogs.yaml中的format，或重新获取完整的文件。',
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
    message: (headings) => `no column holds codes; the headings are: ${headings}`,
    advice: 'Add the heading of the code column to content/curation/headings.yaml.',
    zh: {
      message: (headings) => `没有错误码一列，表头为：${headings}`,
      advice: '请把错误码一列的表头加入content/curation/headings.yaml。',
    },
  },
  'shape-detected': {
    level: 'note',
    message: (shape, codes) => `the document was read as ${shape} per code: ${codes} codes`,
    advice: 'If that is wrong, set `shape` of the variant in content/catalogs.yaml.',
    zh: {
      message: (shape, codes) => `该文档按“${shape}”结构读取，共${codes}个错误码`,
      advice: '如果不对，请在content/catalogs.yaml中为该文档设置shape。',
    },
  },
  'file-without-codes': {
    level: 'note',
    message: (why) => `this file contributes no codes: ${why}`,
    advice: 'No action needed if it is an overview. Otherwise, check the file.',
    zh: {
      message: () => '该文件中没有错误码',
      advice: '如果它只是概述，则无需处理；否则请检查该文件。',
    },
  },
  'files-ignored': {
    level: 'note',
    message: (count, names) =>
      `files of other formats in the folder were not read: ${count} (${names})`,
    advice:
      'No action needed if they list no codes. Otherwise, register them as a variant of their own.',
    zh: {
      message: (count, names) => `文件夹中其他格式的文件未读取：${count}个（${names}）`,
      advice: '如果其中没有错误码，则无需处理；否则请将其登记为单独的文档版本。',
    },
  },
  // Damage: the text is kept
  'table-recovered': {
    level: 'warning',
    // The fingerprint of a finding includes its message: a reworded one breaks acknowledgements and links.
    message: () => 'the table is not one for a GFM parser; it was read line by line',
    advice:
      'Compare the rows with the document. A blank line before the table would fix the source.',
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
      'Check the text. If the source really reads like this, describe the loss in content/curation/defects.yaml.',
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
      `the row has ${cells} of ${of} cells; the missing cells are treated as absent`,
    advice: 'Compare the row with the document.',
    zh: {
      message: (cells, of) =>
        `该行只有${cells}个单元格（应有${of}个），缺少的单元格按“无此内容”处理`,
      advice: '请对照原文核对该行。',
    },
  },
  'row-shifted': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} of ${of} cells; they were assigned from the right, and the first columns were copied from the row above`,
    advice: 'Compare the row with the document: a conversion probably lost its merged cells.',
    zh: {
      message: (cells, of) =>
        `该行只有${cells}个单元格（应有${of}个），已从右侧对齐，前几列取自上一行`,
      advice: '请对照原文核对该行：合并单元格很可能在转换时丢失了。',
    },
  },
  'row-long': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} cells, but its header has ${of}; the extra cells are kept without a heading`,
    advice: 'Look for an unescaped | in the row.',
    zh: {
      message: (cells, of) => `该行有${cells}个单元格，表头只有${of}个，多出的内容保留但没有表头`,
      advice: '请检查该行是否有未转义的“|”。',
    },
  },
  'row-without-code': {
    level: 'warning',
    message: () => 'the row has no code; its text is only shown on the source page',
    advice: 'If the cell does hold a code, name it in content/curation/codes.yaml.',
    zh: {
      message: () => '该行没有错误码，其内容只保留在来源文档页',
      advice: '如果该单元格中确有错误码，请在content/curation/codes.yaml中写明。',
    },
  },
  'code-joined': {
    level: 'note',
    message: (cell, code) => `the code “${cell}” contains a space; it was read as ${code}`,
    advice: 'If the space belongs to the code, name the code in content/curation/codes.yaml.',
    zh: {
      message: (cell, code) => `错误码“${cell}”中有空格，按${code}读取`,
      advice: '如果空格是错误码的一部分，请在content/curation/codes.yaml中写明。',
    },
  },
  'row-orphan': {
    level: 'warning',
    message: () => 'these table rows have no header',
    advice: 'They were read with the header of the previous table. Check them.',
    zh: {
      message: () => '此处的表格行没有表头',
      advice: '已按前一个表格的表头读取，请核对。',
    },
  },
  'row-duplicate': {
    level: 'note',
    message: (code, line) => `row ${code} repeats line ${line} word for word`,
    advice: 'No action needed: one case lists both places.',
    zh: {
      message: (code, line) => `${code}一行与第${line}行完全相同`,
      advice: '无需处理：同一情形中列出了两处出处。',
    },
  },
  'row-in-two-files': {
    level: 'note',
    message: (code, place) => `row ${code} repeats ${place} word for word; it counts once`,
    advice: 'No action needed.',
    zh: {
      message: (code, place) => `${code}一行与${place}完全相同，只计一次`,
      advice: '无需处理。',
    },
  },
  'row-differs': {
    level: 'note',
    message: (code, place) => `${code} is also in ${place}, with other texts; both rows are kept`,
    advice: 'No action needed if the code has several meanings. Otherwise, compare the two rows.',
    zh: {
      message: (code, place) => `${code}在${place}中也有，但内容不同；两行均保留`,
      advice: '如果该错误码有多种含义，则无需处理；否则请核对这两行。',
    },
  },
  'row-in-overview': {
    level: 'note',
    message: (code, place) => `row ${code} is part of an overview; its entry is at ${place}`,
    advice: 'No action needed: the row is only shown on the source page.',
    zh: {
      message: (code, place) => `${code}一行属于概览或目录，其条目见${place}`,
      advice: '无需处理：该行只保留在来源文档页。',
    },
  },
  'cell-as-above': {
    level: 'note',
    message: (heading) => `the cell under “${heading}” is blank; it was read as “same as above”`,
    advice: 'No action needed if the row continues the row above.',
    zh: {
      message: (heading) => `“${heading}”一栏为空，按“同上”读取`,
      advice: '如果该行是上一行的延续，则无需处理。',
    },
  },
  'column-unknown': {
    level: 'warning',
    message: (heading) =>
      `the heading “${heading}” maps to no field; the column is kept under its heading`,
    advice: 'If it is one of the fields, add it to content/curation/headings.yaml.',
    zh: {
      message: (heading) => `表头“${heading}”不对应任何字段，该列按原表头保留`,
      advice: '如果它对应某个字段，请加入content/curation/headings.yaml。',
    },
  },
  'other-language': {
    level: 'note',
    message: (heading) =>
      `the column “${heading}” is in another language than the document; it maps to no field`,
    advice:
      'To publish it, add a variant in that language with the same `source` to content/catalogs.yaml.',
    zh: {
      message: (heading) => `“${heading}”一列的语言与文档不同，不对应任何字段`,
      advice: '如需发布，请在content/catalogs.yaml中添加该语言的文档版本，source相同。',
    },
  },
  'table-without-codes': {
    level: 'warning',
    message: (headings) =>
      `this table has no column of codes (${headings}); it contributes no codes`,
    advice:
      'No action needed if it is not a table of error codes. Otherwise, extend content/curation/headings.yaml.',
    zh: {
      message: (headings) => `该表格没有错误码一列（${headings}），未计入错误码`,
      advice: '如果它不是错误码表格，则无需处理；否则请补充content/curation/headings.yaml。',
    },
  },
  'table-without-rows': {
    level: 'warning',
    message: () => 'the table has a header and no rows',
    advice: 'Check whether rows were lost in the document.',
    zh: {
      message: () => '该表格只有表头，没有数据行',
      advice: '请检查文档中是否丢失了数据行。',
    },
  },
  'content-hidden': {
    level: 'note',
    message: (count) =>
      `comments or hidden elements, which the publisher does not show, were left out (${count})`,
    advice: 'No action needed, unless it holds codes that should be published.',
    zh: {
      message: (count) => `文档中有${count}处注释或隐藏内容，未读取`,
      advice: '无需处理，除非其中有应当收录的错误码。',
    },
  },
  'code-column-guessed': {
    level: 'note',
    message: (heading) =>
      `no heading stands for the code; “${heading}” holds distinct identifiers and is used as the code`,
    advice: 'If that is wrong, set `headings` of the variant in content/catalogs.yaml.',
    zh: {
      message: (heading) =>
        `没有表示错误码的表头；“${heading}”一列是互不相同的标识，作为错误码使用`,
      advice: '如果不对，请在content/catalogs.yaml中为该文档设置headings。',
    },
  },
  'status-as-code': {
    level: 'note',
    message: () => 'the table has no column of codes; its HTTP status is used as the code',
    advice: 'No action needed if the document describes HTTP status codes.',
    zh: {
      message: () => '该表格没有错误码一列，以HTTP状态码作为错误码',
      advice: '如果文档本来就是说明HTTP状态码的，则无需处理。',
    },
  },
  'status-odd': {
    level: 'warning',
    message: (value) => `the HTTP status “${value}” is not a number from 100 to 599`,
    advice: 'Check the column. The text is shown unchanged.',
    zh: {
      message: (value) => `HTTP状态码“${value}”不是100到599之间的数字`,
      advice: '请检查该列；原文按原样显示。',
    },
  },
  'codes-in-one-cell': {
    level: 'note',
    message: (codes) => `the cell holds several codes: ${codes}; the row counts for each of them`,
    advice: 'No action needed.',
    zh: {
      message: (codes) => `一个单元格中有多个错误码：${codes}，该行分别归入每一个`,
      advice: '无需处理。',
    },
  },
  'code-conditional': {
    level: 'note',
    message: (condition) => `the definitions below “${condition}” only exist under this condition`,
    advice: 'No action needed if the published program is built with it.',
    zh: {
      message: (condition) => `“${condition}”之下的定义只在该条件成立时存在`,
      advice: '如果发布的程序按该条件编译，则无需处理。',
    },
  },
  'character-replaced': {
    level: 'warning',
    message: (name) =>
      `the document contains ${name}, which is not allowed on a web page; a symbol is shown instead`,
    advice: 'Check how the document was copied.',
    zh: {
      message: (name) => `文档中有网页不能显示的字符${name}，已用符号代替`,
      advice: '请检查文档是怎样复制过来的。',
    },
  },
  'markup-odd': {
    level: 'warning',
    message: (what) => `${what}`,
    advice: 'The text is kept. Compare it with the document.',
    zh: {
      message: (what) => `此处的表格或标记不规范，读取时已作处理（${what}）`,
      advice: '原文已保留，请对照原文核对。',
    },
  },
} satisfies Record<string, FindingKind>;

export type FindingId = keyof typeof kinds;

/** The values in the message of a finding; only until {@link suggestCuration} has used them. */
export interface FoundFacts {
  facts?: (string | number)[];
}

/**
 * Creates a finding of a registered kind.
 *
 * @param id The kind.
 * @param place File and 1-based line.
 * @param facts The values of the message, in order.
 * @example finding('row-short', { file: 'a.md', line: 3 }, 2, 4)
 */
export function finding(
  id: FindingId,
  place: Place,
  ...facts: (string | number)[]
): Finding & FoundFacts {
  const { level, message, advice, zh }: FindingKind = kinds[id];
  return {
    id,
    level,
    place,
    message: message(...facts),
    advice,
    zh: { message: zh.message(...facts), advice: zh.advice },
    facts,
  };
}

/** The data of the single file: everything the pages show, with every text written once. */
import type { Case, Code } from '../../model/case.ts';
import type { Difference } from '../../model/difference.ts';
import type { Entry } from '../../model/entry.ts';
import type { Lang } from '../../model/lang.ts';
import type { VariantReport } from '../../model/registry.ts';

type Localised = Record<Lang, string>;

/** A document, as far as the file names it. */
export interface PackedVariant {
  id: string;
  lang: Lang;
  name: Localised;
  licence: string;
}

/** Positions in `texts`; -1 for a field that the document does not have. */
type PackedEntry = [
  variant: number,
  line: number,
  status: number,
  message: number,
  description: number,
  solution: number,
  extra?: [heading: number, text: number][],
];

/**
 * A difference whose texts are those of the entries; `runs` cuts them up: `=4-3+2` is four
 * characters of both, three of the left one alone, two of the right one alone.
 */
type PackedDifference = [
  field: number,
  left: number,
  right: number,
  kind: string,
  severity: number,
  runs?: string,
  onlyLeft?: string[],
  onlyRight?: string[],
];

type PackedCase = [id: string, entries: PackedEntry[], differences: PackedDifference[]];

export interface Packed {
  texts: string[];
  catalogs: {
    id: string;
    title: Localised;
    variants: PackedVariant[];
    codes: [code: string, slug: string, cases: PackedCase[]][];
  }[];
}

export const fields = ['httpStatus', 'message', 'description', 'solution'] as const;
const differenceFields = [...fields, 'presence'] as const;
export const severities = ['contradiction', 'content', 'wording', 'typography'] as const;

/** What the file knows of a difference. */
export type FileDifference = Pick<
  Difference,
  'field' | 'left' | 'right' | 'kind' | 'severity' | 'runs' | 'onlyLeft' | 'onlyRight'
>;

/**
 * Pack codes. Markup inside texts is left out; their words are all there.
 *
 * @param catalogs With their variants, newest first.
 * @param nameOf Publisher and edition of a variant in a language.
 */
export function packCodes(
  catalogs: { id: string; title: Localised; variants: VariantReport[] }[],
  codes: Code[],
  nameOf: (variant: VariantReport, lang: Lang) => string,
): Packed {
  const texts = new Map<string, number>();
  const place = (text: string | undefined) => {
    if (text === undefined) return -1;
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text) ?? -1;
  };
  const packed = catalogs.map(({ id, title, variants }) => {
    const at = (variant: string) => variants.findIndex((other) => other.id === variant);
    const packEntry = (entry: Entry): PackedEntry => {
      const places = fields.map((field) => place(entry[field]?.plain));
      const extra = Object.entries(entry.extra ?? {}).map(([heading, text]): [number, number] => [
        place(heading),
        place(text.plain),
      ]);
      const own = [at(entry.variant), entry.place.line, ...places] as unknown as PackedEntry;
      if (extra.length > 0) own.push(extra);
      return own;
    };
    return {
      id,
      title,
      variants: variants.map((variant) => ({
        id: variant.id,
        lang: variant.lang,
        name: { en: nameOf(variant, 'en'), 'zh-CN': nameOf(variant, 'zh-CN') },
        licence: variant.licence,
      })),
      codes: codes
        .filter(({ catalog }) => catalog === id)
        .map(({ code, slug, cases, differences }): [string, string, PackedCase[]] => [
          code,
          slug,
          cases.map((item) => [
            item.id,
            item.entries.map(packEntry),
            differences
              .filter((difference) => difference.case === item.id)
              .map((difference) => packDifference(difference, at)),
          ]),
        ]),
    };
  });
  return { texts: [...texts.keys()], catalogs: packed };
}

function packDifference(
  { field, left, right, kind, severity, runs, before, after, onlyLeft, onlyRight }: Difference,
  at: (variant: string) => number,
): PackedDifference {
  const packed: PackedDifference = [
    differenceFields.indexOf(field),
    at(left),
    at(right),
    kind,
    severities.indexOf(severity),
  ];
  // A run of both is written as the right side has it; where the left side differs from it in what
  // does not count, it could not be cut out of the entry again.
  const text = (side: '-' | '+') =>
    (runs ?? [])
      .filter(([sign]) => sign === '=' || sign === side)
      .map(([, part]) => part)
      .join('');
  const exact = runs !== undefined && text('-') === before && text('+') === after;
  const cuts = exact ? runs.map(([sign, part]) => `${sign}${part.length}`).join('') : '';
  if (cuts || onlyLeft || onlyRight) packed.push(cuts);
  if (onlyLeft || onlyRight) packed.push(onlyLeft ?? [], onlyRight ?? []);
  return packed;
}

/** A code as the file shows it: the same words as on the site, without markup inside texts. */
export interface FileCode extends Omit<Code, 'differences' | 'cases'> {
  cases: (Case & { differences: FileDifference[] })[];
}

/** Undo {@link packCodes}. */
export function unpackCodes(packed: Packed): FileCode[] {
  return packed.catalogs.flatMap(({ id: catalog, variants, codes }) => {
    const idOf = (index: number) => variants[index]?.id ?? '';
    const unpackEntry = (code: string, entry: PackedEntry): Entry => {
      const [variant, line, ...places] = entry;
      const lang = variants[variant]?.lang ?? 'en';
      const unpacked: Entry = {
        variant: idOf(variant),
        code,
        extra: {},
        headings: {},
        place: { file: '', line },
      };
      for (const [index, field] of fields.entries()) {
        const text = packed.texts[places[index] as number];
        // A message is what the API sends, whatever the document's language.
        const own = field === 'message' && !/\p{Script=Han}/u.test(text ?? '') ? 'en' : lang;
        if (text !== undefined) unpacked[field] = { lang: own, plain: text };
      }
      for (const [heading, text] of entry[6] ?? []) {
        unpacked.extra[packed.texts[heading] ?? ''] = { lang, plain: packed.texts[text] ?? '' };
      }
      return unpacked;
    };
    return codes.map(([code, slug, cases]): FileCode => {
      return {
        catalog,
        code,
        slug,
        family: '',
        missingFrom: [],
        defects: [],
        cases: cases.map(([id, packedEntries, differences]) => {
          const entries = packedEntries.map((entry) => unpackEntry(code, entry));
          return {
            id,
            anchors: [id],
            entries,
            match: 'same',
            because: [],
            differences: differences.map((difference) =>
              unpackDifference(difference, entries, idOf),
            ),
          };
        }),
      };
    });
  });
}

function unpackDifference(
  [field, left, right, kind, severity, cuts, onlyLeft, onlyRight]: PackedDifference,
  entries: Entry[],
  idOf: (index: number) => string,
): FileDifference {
  const name = differenceFields[field] ?? 'presence';
  const textOf = (variant: string) =>
    name === 'presence'
      ? ''
      : (entries.find((entry) => entry.variant === variant)?.[name]?.plain ?? '');
  const difference: FileDifference = {
    field: name,
    left: idOf(left),
    right: idOf(right),
    kind: kind as FileDifference['kind'],
    severity: severities[severity] ?? 'content',
  };
  if (cuts) difference.runs = cutUp(cuts, textOf(difference.left), textOf(difference.right));
  if (onlyLeft) difference.onlyLeft = onlyLeft;
  if (onlyRight) difference.onlyRight = onlyRight;
  return difference;
}

function cutUp(cuts: string, left: string, right: string): NonNullable<Difference['runs']> {
  let [atLeft, atRight] = [0, 0];
  return [...cuts.matchAll(/([=+-])(\d+)/g)].map(([, mark, length]) => {
    const [sign, size] = [mark as '=' | '+' | '-', Number(length)];
    const part =
      sign === '+' ? right.slice(atRight, atRight + size) : left.slice(atLeft, atLeft + size);
    if (sign !== '+') atLeft += size;
    if (sign !== '-') atRight += size;
    return [sign, part];
  });
}

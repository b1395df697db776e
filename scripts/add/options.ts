/** The options of `npm run add`. */
import type { ParseArgsOptionsConfig } from 'node:util';
import { FormatSchema } from '../../src/model/format.ts';
import { languages } from '../../src/model/lang.ts';
import { shapes } from '../../src/model/registry.ts';

const text = { type: 'string' } as const;

export const optionConfig = {
  catalog: text,
  title: text,
  description: text,
  lang: text,
  publisher: text,
  revision: text,
  edition: text,
  seen: text,
  lineage: text,
  follows: text,
  translates: text,
  id: text,
  'document-title': text,
  format: text,
  shape: text,
  url: text,
  repository: text,
  commit: text,
  path: text,
  licence: text,
  'licence-url': text,
  redistribute: text,
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  root: text,
} as const satisfies ParseArgsOptionsConfig;

type OptionName = keyof typeof optionConfig;

/** The options as given. */
export type Options = {
  [Name in Exclude<OptionName, 'dry-run' | 'yes' | 'lang' | 'format' | 'shape'>]?: string;
} & {
  lang?: (typeof languages)[number];
  format?: (typeof FormatSchema.options)[number];
  shape?: (typeof shapes)[number];
};

/** Options that have one of a few values. */
export const choices: Partial<Record<OptionName, readonly string[]>> = {
  lang: languages,
  format: FormatSchema.options,
  shape: shapes,
  redistribute: ['yes', 'no'],
};

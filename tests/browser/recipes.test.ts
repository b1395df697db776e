/** The recipes of the guide on linking, each filled in by the rule of its tool: the address exists. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { ApiCode, ApiCodes, ApiIndex } from '../../src/api/schema.ts';
import { base, distRoot, elementsOf, loadBuilt, parsePage, textOf } from '../support/built-site.ts';

const origin = process.env['SITE_URL'] ?? 'https://error-codes.example';

/** Every code with its links, from the data for programs. */
const { catalogs } = loadBuilt<ApiIndex>('api/v1/index.json');
const codes = catalogs.flatMap(({ id }) => loadBuilt<ApiCodes>(`api/v1/${id}/codes.json`).codes);

/** The code and the status of a ticket: of each code one. */
const samples = codes.map(({ code, urls }) => ({
  code,
  short: urls.short,
  status: Object.keys(urls.byStatus ?? {})[0],
}));

/** Returns the file of an address of the site. */
const fileOf = (address: string) => {
  const { origin: own, pathname } = new URL(address);
  assert.equal(own, origin, address);
  assert.ok(pathname.startsWith(base), address);
  return join(distRoot, decodeURIComponent(pathname.slice(base.length)), 'index.html');
};

/** Asserts that an address has a page, with a preview that names the code. */
function assertPage(address: string, code: string): void {
  assert.ok(existsSync(fileOf(address)), address);
  const html = readFileSync(fileOf(address), 'utf8');
  assert.ok(html.includes(`property="og:title" content="${code}`), address);
  assert.match(html, /property="og:description" content="[^"]{10}/, address);
}

for (const locale of ['en', 'zh-cn']) {
  describe(`recipes, ${locale}`, () => {
    const rows = elementsOf(
      parsePage(`${locale}/guides/linking/index.html`),
      ({ tagName }) => tagName === 'tr',
    ).map((row) => ({
      name: textOf(row),
      settings: elementsOf(row, ({ tagName }) => tagName === 'code').map(textOf),
    }));
    /** The settings of the rows of a tool: first without, then with a status. */
    const settingsOf = (tool: string) => {
      const found = rows.filter(({ name }) => name.trim().startsWith(tool));
      assert.ok(found.length > 0, tool);
      return found.map(({ settings }) => settings);
    };
    /** Fills a template for every sample; one with a status only for codes that have any. */
    const assertAll = (
      templates: string[],
      fill: (template: string, code: string, status: string) => string,
    ) => {
      assert.equal(templates.length, 2);
      for (const [index, template] of templates.entries())
        for (const { code, short, status } of samples)
          if (!short.includes('?') && (index === 0 || status !== undefined))
            assertPage(fill(template, code, status ?? ''), code);
    };

    test('GitHub: <num> is the number after the prefix', () => {
      const [[prefix = '', target = ''] = []] = settingsOf('GitHub');
      const reference = new RegExp(`(?<!\\w)${prefix.replace(/\W/g, '\\$&')}(\\d+)`, 'g');
      const log = samples.map(({ code }) => `failed with ${code}, again`).join('\n');
      const found = [...log.matchAll(reference)];
      assert.ok(found.length > 50);
      for (const [code, number = ''] of found) assertPage(target.replace('<num>', number), code);
    });

    test('Jira: smart values', () => {
      assertAll(
        settingsOf('Jira').map((settings) => settings.at(-1) ?? ''),
        (template, code, status) => {
          const fields: Record<string, string> = {
            customfield_10050: code,
            customfield_10051: status,
          };
          return template.replace(/\{\{issue\.(\w+)(\.urlEncode)?\}\}/g, (_, name, encodes) =>
            encodes ? encodeURIComponent(fields[name] ?? '') : (fields[name] ?? ''),
          );
        },
      );
    });

    test('Zendesk: Liquid placeholders', () => {
      assertAll(
        settingsOf('Zendesk').map((settings) => settings.at(-1) ?? ''),
        (template, code, status) => {
          const fields: Record<string, string> = { 360001: code, 360002: status };
          return template.replace(
            /\{\{\s*ticket\.ticket_field_(\d+)\s*\}\}/g,
            (_, id) => fields[id] ?? '',
          );
        },
      );
    });

    test('Slack: <address|text>', () => {
      for (const [message = ''] of settingsOf('Slack').map((settings) => settings.slice(-1))) {
        const [, address = '', text = ''] = /^<([^|>]+)\|([^>]+)>$/.exec(message) ?? [];
        assertPage(address, text.split(' ')[0] ?? '');
      }
    });

    test('more_info in an error body', () => {
      for (const settings of settingsOf(locale === 'en' ? 'Error body' : '自家API')) {
        const { more_info } = JSON.parse(`{${settings.at(-1)}}`);
        assertPage(more_info, new URL(more_info).pathname.split('/c/')[1]?.split('/')[0] ?? '');
      }
    });

    test('a program: urls.byStatus', () => {
      const [[address = '', key = ''] = []] = settingsOf(locale === 'en' ? 'A program' : '程序');
      const path = new URL(address).pathname.slice(base.length);
      const { code, urls } = loadBuilt<ApiCode>(path);
      assert.equal(key, 'urls.byStatus');
      for (const link of Object.values(urls.byStatus ?? {})) assertPage(origin + link, code);
    });
  });
}

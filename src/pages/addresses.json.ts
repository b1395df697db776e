/** Every code that has a page, for the page that looks unknown addresses up. */
import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { allCodes } from '~/data/queries';
import type { Addressed } from '~/lookup/address';
import { aliasesOf } from '~/model/aliases';

export const GET: APIRoute = () =>
  json(
    allCodes().map((code): Addressed => {
      const aliases = aliasesOf(code).map(({ alias }) => alias);
      return [code.catalog, code.slug, code.code, ...aliases];
    }),
  );

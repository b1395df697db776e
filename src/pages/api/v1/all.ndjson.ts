/** Every code of every catalog, one a line, for programs that take everything. */
import type { APIRoute } from 'astro';
import { plain, serialise } from '~/api/respond';
import { shapeCode } from '~/api/shape';
import { allCodes, catalogOf } from '~/data/queries';
import { siteSettings } from '~/data/site-settings';
import { newestFirst } from '~/model/variant-order';

export const GET: APIRoute = () => {
  const lines = allCodes().map((code) =>
    serialise(shapeCode(code, newestFirst(catalogOf(code.catalog).variants), siteSettings.files)),
  );
  return plain(`${lines.join('\n')}\n`, 'application/x-ndjson');
};

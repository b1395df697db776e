import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { apiSchemas, renderJsonSchema } from '~/api/schema';
import { url } from '~/data/urls';

export const getStaticPaths = () => Object.keys(apiSchemas).map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params, site }) => {
  const name = params['name'] as keyof typeof apiSchemas;
  return json(renderJsonSchema(name, new URL(`${url()}api/v1/schema/${name}.json`, site).href));
};

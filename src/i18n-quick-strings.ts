/**
 * Route middleware: `Astro.locals.t` gives the site's own strings without Starlight's translation
 * library, which takes ten times as long and is asked about forty times a page.
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import en from './content/i18n/en.json' with { type: 'json' };
import { type StringKey, ui } from './i18n.ts';
import { langOf } from './model/lang.ts';

const stems = new Set(Object.keys(en).map((key) => key.replace(/_(?:one|other)$/, '')));

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { t: starlight } = locals;
  const own = ui(langOf(locals.starlightRoute.locale));
  type Ask = (key: string, values?: Record<string, string | number>) => string;
  const ask: Ask = (key, values) =>
    stems.has(key) ? own(key as StringKey, values) : (starlight as Ask)(key, values);
  locals.t = Object.assign(ask, {
    all: starlight.all,
    exists: starlight.exists,
    dir: starlight.dir,
  }) as typeof starlight;
});

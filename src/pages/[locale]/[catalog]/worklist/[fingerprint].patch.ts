/** The patch of a fix, to be sent to the publisher. */

import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { workOf } from '~/data/queries';
import { catalogPaths } from '~/data/static-paths';

export const getStaticPaths = () =>
  catalogPaths(({ id }) =>
    workOf(id).flatMap(({ fingerprint, fix }) =>
      fix?.patch ? [{ params: { fingerprint }, props: { patch: fix.patch } }] : [],
    ),
  );

export const GET: APIRoute<{ patch: string }> = ({ props }) => plain(props.patch, 'text/x-patch');

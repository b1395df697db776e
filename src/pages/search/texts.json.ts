import { indexFiles, jsonResponse } from '~/search/index-files';

/** Descriptions and solutions in the order of the cases in core.json. */
export const GET = async () => jsonResponse((await indexFiles()).texts);

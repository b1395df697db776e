import { indexFiles, jsonResponse } from '~/search/index-files';

/** Codes, HTTP statuses and messages: what the lookup needs first. */
export const GET = async () => jsonResponse((await indexFiles()).core);

/** The second thread of rendering.ts: it renders and writes the paths that it is sent, part by part. */
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { SSRManifest } from 'astro';
import { App } from 'astro/app';
import { type Seen, seen } from '../security/guard-page.ts';
import { createWriter, type Output } from './write-rendered.ts';

/** What the thread needs to know. */
export interface Start extends Output {
  /** Address of the module that Astro made of all pages. */
  entry: string;
}

/** Paths to write, each with the file of its route; or the question what was seen in the pages. */
export type Order = { pathname: string; component: string }[] | 'finish';

/** All are written; or one failed, and those after it were not tried; or what was seen. */
export type Answer = { failed?: { pathname: string; error: string } } | { seen: Seen };

if (parentPort) await work(parentPort, workerData);

async function work(port: NonNullable<typeof parentPort>, { entry, ...output }: Start) {
  const { manifest }: { manifest: SSRManifest } = await import(entry);
  const app = new App(manifest, false);
  const routes = new Map(manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
  const write = createWriter((request, routeData) => app.render(request, { routeData }), output);
  for await (const [order] of on(port, 'message') as AsyncIterable<[Order]>)
    port.postMessage(order === 'finish' ? { seen } : await writePart(order));

  async function writePart(part: Exclude<Order, 'finish'>): Promise<Answer> {
    for (const { pathname, component } of part) {
      try {
        const route = routes.get(component);
        if (!route) throw new Error(`${component} is no page`);
        await write(pathname, route);
      } catch (error) {
        return { failed: { pathname, error: String(error) } };
      }
    }
    return {};
  }
}

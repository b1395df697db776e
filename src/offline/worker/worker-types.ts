/**
 * The part of a service worker's surroundings that is used here. TypeScript's DOM library leaves it
 * out, and its webworker library contradicts the DOM library in one project.
 */
export interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

export interface WorkerFetchEvent extends ExtendableEvent {
  readonly request: Request & { readonly isReloadNavigation?: boolean };
  /** The page that asks; none for a navigation. */
  readonly clientId: string;
  /** The page that a navigation will make. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

export interface WorkerMessageEvent extends ExtendableEvent {
  readonly data: Message;
  readonly ports: readonly MessagePort[];
}

export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: WorkerFetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: WorkerMessageEvent) => void): void;
}

/** What a page may ask of the worker. */
export type Message =
  | { ask: 'take-over' }
  | { ask: 'state' }
  | { ask: 'keep'; group: string }
  | { ask: 'drop'; group: string };

/** What the worker answers to `state`, `keep` and `drop`; while it fetches, `done` grows. */
export interface State {
  version: string;
  groups: { id: string; files: number; bytes: number; always: boolean; kept: boolean }[];
  /** Files fetched so far of those asked for last. */
  done?: number;
  /** Why fetching failed. */
  failed?: string;
}

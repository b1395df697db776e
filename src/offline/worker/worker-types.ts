/** What is used of a worker’s API; TypeScript’s webworker library conflicts with its DOM library. */
export interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

export interface WorkerFetchEvent extends ExtendableEvent {
  readonly request: Request & { readonly isReloadNavigation?: boolean };
  /** The requesting page; empty for a navigation. */
  readonly clientId: string;
  /** The page that a navigation creates. */
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

/** What a page may ask. The words stay: a page may talk to the worker of an earlier build. */
export type Message =
  | { ask: 'take-over' | 'state' | 'version' }
  /** Store or delete a group. */
  | { ask: 'keep' | 'drop'; group: string };

/** The answer to `state`, `keep` and `drop`; sent several times while files are fetched. */
export interface State {
  version: string;
  /** `kept` is whether the group is stored. */
  groups: { id: string; files: number; bytes: number; always: boolean; kept: boolean }[];
  /** Files fetched so far of the group that was asked for last. */
  done?: number;
  /** Why fetching failed. */
  failed?: string;
}

/**
 * Returns the version of a worker of this site.
 *
 * @returns undefined if it does not answer: a foreign or empty script that a host served as `sw.js`.
 */
export function askVersion(worker: ServiceWorker, limit: number): Promise<string | undefined> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data?.version);
    setTimeout(done, limit);
    worker.postMessage({ ask: 'version' }, [port2]);
  });
}

/** Ends work that takes too long, or that the person no longer wants. */

/**
 * Runs `work` with a signal that aborts after `ms` or with `signal`, and returns null from that moment on, whatever the
 * work does then. A plain timer: `AbortSignal.any` over `AbortSignal.timeout` may be collected and never fire (seen in
 * Node 20).
 */
export function within<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const own = new AbortController();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      own.abort();
      resolve(null);
    };
    const timer = setTimeout(stop, ms);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    void work(own.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      });
  });
}

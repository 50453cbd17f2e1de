/** Thrown by what is under way when the user ends it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** As the shell says it of a process that Ctrl-C ended. */
export const INTERRUPTED = 130;

/** Runs `work` with a signal that Ctrl-C gives; a second Ctrl-C ends the process at once. */
export async function interruptible<T>(work: (signal: AbortSignal, abort: AbortController) => Promise<T>): Promise<T | typeof INTERRUPTED> {
  const controller = new AbortController();
  const end = () => controller.abort(new Interrupted('ended by the user'));
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(controller.signal, controller);
  } catch (error) {
    if (controller.signal.reason instanceof Interrupted) return INTERRUPTED;
    throw error;
  } finally {
    process.removeListener('SIGINT', end).removeListener('SIGTERM', end);
    // whatever is still under way ends with it
    controller.abort(new Interrupted('ended'));
  }
}

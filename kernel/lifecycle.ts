/** The life of a process that serves until it is told to stop: subgraphs and the gateway have the same. */
import { CodedError } from './errors.ts';
import { onStopSignals } from './stop-signals.ts';

/** Nothing is ready that is also draining; what is stopped has an exit code. */
export type ProcessLife =
  | { readonly phase: 'starting' }
  | { readonly phase: 'ready' }
  | { readonly phase: 'draining'; readonly reason: string }
  | { readonly phase: 'stopped'; readonly exitCode: number };

export interface LifecycleLog {
  info(message: string): void;
  warn(message: string): void;
  fatal(details: object, message: string): void;
}

interface Service<Running> {
  /** Opens what serves. `life` answers the health checks: ready only in phase `ready`. */
  start(life: () => ProcessLife): Promise<Running>;
  /** Takes no new requests, finishes those begun, closes all. */
  stop(running: Running): Promise<void>;
  readonly log: LifecycleLog;
  /** SHUTDOWN_GRACE_MS: how long `stop` may take before the process ends all the same, with code 1. */
  readonly graceMs?: number;
}

/**
 * Starts a service and ends this process when it has stopped. The first SIGINT, SIGTERM or SIGHUP drains it within the grace time and
 * exits with 0; a second one exits at once with 1. A process that another one forked drains as well when that one dies, so
 * that no child is left behind even by a kill -9. What cannot start, and what nobody caught, is logged and exits with 1.
 */
export async function runUntilStopped<Running>(service: Service<Running>): Promise<void> {
  const { log, graceMs = 10_000 } = service;
  let life: ProcessLife = { phase: 'starting' };
  const current = () => life;
  const started = Promise.resolve().then(() => service.start(current));

  const end = (exitCode: number) => {
    life = { phase: 'stopped', exitCode };
    process.exit(exitCode);
  };
  const drain = async (reason: string) => {
    life = { phase: 'draining', reason };
    log.info(`stopping: ${reason}`);
    setTimeout(() => {
      log.warn(`stopping took longer than ${graceMs} ms: what was left is cut off`);
      end(1);
    }, graceMs);
    try {
      await service.stop(await started);
      log.info('stopped');
      end(0);
    } catch (error) {
      log.fatal({ err: error }, 'stopping failed');
      end(1);
    }
  };
  onStopSignals({
    first: (reason) => void drain(reason),
    second: (reason) => {
      log.warn(`${reason} again: ending at once`);
      end(1);
    },
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'nobody caught this');
    end(1);
  });

  try {
    await started;
    if (current().phase === 'starting') life = { phase: 'ready' };
  } catch (error) {
    // A coded error is its own explanation; anything else is a fault of ours and needs its stack.
    if (error instanceof CodedError) log.fatal({ code: error.code }, error.message);
    else log.fatal({ err: error }, 'starting failed');
    end(1);
  }
}

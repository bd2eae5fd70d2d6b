import { Socket } from 'node:net';

/** Hosts that were asked for, and the guard's end. */
export interface LoopbackGuard {
  /** Every host that this process tried to reach. */
  readonly asked: readonly string[];
  release(): void;
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/u;

/**
 * Lets this process connect to loopback addresses only: whatever else it tries to reach is written down and refused before a
 * name is looked up or a packet leaves. Holds Node's fetch, http and https alike, for all of them connect through a Socket.
 */
export function onlyLoopback(): LoopbackGuard {
  const asked: string[] = [];
  // Kept as it is, and called on the socket that it is asked of.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const original = Socket.prototype.connect;
  Socket.prototype.connect = function connect(this: Socket, ...args: readonly unknown[]): Socket {
    const host = hostOf(args);
    if (host !== null) asked.push(host);
    if (host === null || loopback.test(host)) return Reflect.apply(original, this, args) as Socket;
    this.destroy(new Error(`a test may reach loopback addresses only, but got: ${host}`));
    return this;
  };
  return {
    asked,
    release: () => {
      Socket.prototype.connect = original;
    },
  };
}

/** Of connect(port, host), connect(options), and the list that Node's own callers give; null for a path of this machine. */
function hostOf(args: readonly unknown[]): string | null {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : args;
  if (typeof first === 'object' && first !== null) {
    const { path, host } = first as { readonly path?: unknown; readonly host?: unknown };
    if (typeof path === 'string') return null;
    return typeof host === 'string' ? host : 'localhost';
  }
  if (typeof first === 'string') return null;
  return typeof second === 'string' ? second : 'localhost';
}

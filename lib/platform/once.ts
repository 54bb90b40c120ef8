/**
 * Singletons: counters, caches, connections.
 *
 * A web process has two copies of this code. Next.js bundles the modules of its pages and actions, with
 * module variables of its own, and reloads them in development. The web server around it handles the API,
 * webhooks and streams with the modules as Node.js loads them. So a module variable would exist twice: a
 * counter counts half, a cache is cleared in one copy only, and an agent opens twice the connections. Classes
 * exist twice too, so `instanceof` fails for an object of the other copy.
 *
 * So modules keep no state. State of a system is in its context, `ctx.once('name', make)`. The contexts and
 * state without a system are in the process, `perProcess('name', make)`. Both copies find them by name. Tests
 * are isolated, because each has its own context.
 */
export type Once = <T>(name: string, make: () => T) => T

/** Creates an empty registry, which makes each name at first use. */
export function createOnce(): Once {
  const made = new Map<string, unknown>()
  return <T>(name: string, make: () => T) => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
}

/** Returns the singleton with this name in this process, from globalThis, which both copies share. */
export function perProcess<T>(name: string, make: () => T): T {
  const holder = globalThis as { [key: symbol]: T | undefined }
  const key = Symbol.for(`zaakbode.${name}`)
  holder[key] ??= make()
  return holder[key]
}

/**
 * Makes things once per process and keeps them: counters, caches, connections.
 *
 * There are two copies of this code in a web process. Next.js bundles what its pages and actions need and
 * loads that for itself, with module variables of its own, and in development anew after each change. The web
 * server around it answers the API, the webhooks and the streams before Next.js, from the modules as Node.js
 * loads them. A `let`, or a map, of a module would so be two: a counter counts half, a cache that one copy
 * forgets lives on in the other, and an agent opens twice the connections. Classes are two as well, so
 * nothing asks with `instanceof` what the other copy may have made.
 *
 * So a module remembers nothing. What belongs to a system is kept by its context, `ctx.once('name', make)`,
 * and the contexts, with the few things that no system owns, by the process: `perProcess('name', make)`. Both
 * copies reach them by name; a test has a context of its own, and nothing of another test.
 */
export type Once = <T>(name: string, make: () => T) => T

/** A memory of its own: each name is made at first use. */
export function createOnce(): Once {
  const made = new Map<string, unknown>()
  return <T>(name: string, make: () => T) => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
}

/** The memory of this process: on globalThis, which both copies share. */
export function perProcess<T>(name: string, make: () => T): T {
  const holder = globalThis as { [key: symbol]: T | undefined }
  const key = Symbol.for(`zaakbode.${name}`)
  holder[key] ??= make()
  return holder[key]
}

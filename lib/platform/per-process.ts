/**
 * The one instance of this process under `name`, made at first use. Kept on globalThis, because Next.js loads a module
 * more than once, each time with its own module variables.
 */
export function perProcess<T>(name: string, make: () => T): T {
  const holder = globalThis as { [key: symbol]: T | undefined }
  const key = Symbol.for(`zaakbode.${name}`)
  holder[key] ??= make()
  return holder[key]
}

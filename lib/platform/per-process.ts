/**
 * What this process keeps under `name`, made when it is first asked for. On globalThis, because Next.js loads modules
 * more than once.
 */
export function perProcess<T>(name: string, make: () => T): T {
  const holder = globalThis as { [key: symbol]: T | undefined }
  const key = Symbol.for(`zaakbode.${name}`)
  holder[key] ??= make()
  return holder[key]
}

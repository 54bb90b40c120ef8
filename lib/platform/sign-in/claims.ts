import type { Claims } from './sign-in-config.ts'

const MAX_CHARACTERS = 100
/** Control characters, line ends, direction overrides, and lone surrogates, which PostgreSQL refuses. */
const UNUSABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** Returns a claim for display, such as a name; `undefined` when it has no text. */
export function textClaim(claims: Claims, name: string): string | undefined {
  const value = claimAt(claims, name)
  if (typeof value !== 'string') return undefined
  return [...value.replace(UNUSABLE, '').trim()].slice(0, MAX_CHARACTERS).join('') || undefined
}

/** Returns the texts in a claim such as roles. Some providers give a single text instead of a list of one. */
export function listClaim(claims: Claims, name: string): string[] {
  return [claimAt(claims, name)].flat().filter((value) => typeof value === 'string')
}

/** @param name the name of a claim, or the path to one, such as `realm_access.roles` */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name.split('.').reduce<unknown>((value, step) => memberOf(value, step), claims)
}

function memberOf(value: unknown, name: string): unknown {
  return value instanceof Object && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

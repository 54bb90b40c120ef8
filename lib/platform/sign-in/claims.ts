import type { Claims } from './sign-in-config.ts'

const MAX_CHARACTERS = 100
/**
 * Control characters and line ends, lone surrogates, which PostgreSQL and a header cannot hold, and what
 * turns a text around.
 */
const UNUSABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** A claim that a person reads, such as a name; `undefined` when it has no text. */
export function textClaim(claims: Claims, name: string): string | undefined {
  const value = claimAt(claims, name)
  if (typeof value !== 'string') return undefined
  return [...value.replace(UNUSABLE, '').trim()].slice(0, MAX_CHARACTERS).join('') || undefined
}

/** The texts in a claim such as roles; some providers give a single one without a list around it. */
export function listClaim(claims: Claims, name: string): string[] {
  return [claimAt(claims, name)].flat().filter((value) => typeof value === 'string')
}

/** @param name of a claim, or else the path to one: `realm_access.roles` */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name.split('.').reduce<unknown>((value, step) => memberOf(value, step), claims)
}

function memberOf(value: unknown, name: string): unknown {
  return value instanceof Object && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

import { hash } from 'node:crypto'
import Negotiator from 'negotiator'

/** If-Match and If-None-Match: a list of entity tags, or `*`. */
export const ENTITY_TAGS = /^(?:\*|(?:W\/)?"[!#-~]*"(?:[ \t]*,[ \t]*(?:W\/)?"[!#-~]*")*)$/

/** Returns the strong entity tag of a content (RFC 9110 section 8.8.3). */
export function entityTag(content: string | Uint8Array, begin = ''): string {
  return `"${begin}${hash('sha256', content, 'base64url')}"`
}

/** A strong tag differs per content coding. */
export function codedTag(tag: string, coding: Coding): string {
  return tag.replace(/"$/, `-${coding}"`)
}

export type Coding = 'br' | 'gzip'
const CODED = /-(?:br|gzip)"$/

/**
 * Returns the entry of If-None-Match that matches `tag` in any coding. The comparison is weak (RFC 9110
 * section 13.1.2), because a proxy that compresses makes our tags weak.
 */
export function findKnownTag(header: string | null, tag: string): string | undefined {
  if (header === null) return undefined
  if (header.trim() === '*') return tag
  return tagsOf(header).find((each) => [each, each.replace(CODED, '"')].includes(tag))
}

function tagsOf(header: string): string[] {
  return header.split(',').map((each) => each.trim().replace(/^W\//, ''))
}

/** All parameters except the weight: each type has one form, so `charset=utf-8` makes no difference. */
const PARAMETERS = /;(?!\s*q\s*=)[^;,]*/gi

const JSON_TYPE = 'application/json'

/**
 * Returns the type that the client prefers (RFC 9110 section 12.5.1), or `undefined` when it accepts none of
 * them. A client that accepts `application/json` also accepts a type that ends in `+json`.
 */
export function preferredType(accept: string | null | undefined, types: readonly string[]): string | undefined {
  if (!accept) return types[0]
  const names = new Map(types.map((type) => [type.split(';', 1)[0] as string, type]))
  const json = types.find((type) => type.split(';', 1)[0]?.endsWith('+json'))
  if (json && !names.has(JSON_TYPE)) names.set(JSON_TYPE, json)
  const ranges = accept.replaceAll('"', '').replaceAll(PARAMETERS, '')
  const preferred = new Negotiator({ headers: { accept: ranges } }).mediaType([...names.keys()])
  return preferred && names.get(preferred)
}

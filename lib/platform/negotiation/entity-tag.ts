import { hash } from 'node:crypto'

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

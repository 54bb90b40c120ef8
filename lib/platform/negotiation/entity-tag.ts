import { hash } from 'node:crypto'

/** If-Match and If-None-Match: a list of entity tags, or `*`. */
export const ENTITY_TAGS = /^(?:\*|(?:W\/)?"[!#-~]*"(?:[ \t]*,[ \t]*(?:W\/)?"[!#-~]*")*)$/

/**
 * The strong entity tag of a content (RFC 9110 section 8.8.3), which may begin with what clients know it by.
 */
export function entityTag(content: string | Uint8Array, begin = ''): string {
  return `"${begin}${hash('sha256', content, 'base64url')}"`
}

/** Another coding of a content has another tag. */
export function codedTag(tag: string, coding: Coding): string {
  return tag.replace(/"$/, `-${coding}"`)
}

export type Coding = 'br' | 'gzip'
const CODED = /-(?:br|gzip)"$/

/**
 * The tag by which a client names what it has, when that is what `tag` names, in whichever coding.
 * If-None-Match compares weakly (RFC 9110 section 13.1.2): a proxy that compresses makes a weak tag of ours.
 */
export function findKnownTag(header: string | null, tag: string): string | undefined {
  if (header === null) return undefined
  if (header.trim() === '*') return tag
  return tagsOf(header).find((each) => [each, each.replace(CODED, '"')].includes(tag))
}

function tagsOf(header: string): string[] {
  return header.split(',').map((each) => each.trim().replace(/^W\//, ''))
}

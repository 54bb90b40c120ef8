import { MIMEType } from 'node:util'
import type { Contentmodus } from '#lib/contract/abonnement-resource.ts'

/** Names in lower case. */
export type MessageHeaders = Pick<Headers, 'get' | 'keys'>

export const ATTRIBUTE_HEADER_PREFIX = 'ce-'

const CONTENTMODUS: Readonly<Record<string, Contentmodus>> = {
  'application/cloudevents+json': 'structured',
  'application/cloudevents-batch+json': 'batch',
}

/**
 * The content mode of a request (CloudEvents HTTP binding section 3): by its CloudEvents media type, and binary with
 * any other media type and `ce-` headers. `undefined` when it is no CloudEvent, is in a format or charset that the
 * portal does not read, or is compressed.
 */
export function contentModeOf(headers: MessageHeaders): Contentmodus | undefined {
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') return undefined
  const type = parseMediaType(headers.get('content-type'))
  if (!type || (type.params.get('charset') ?? 'utf-8').toLowerCase() !== 'utf-8') return undefined
  if (type.essence.startsWith('application/cloudevents')) return CONTENTMODUS[type.essence]
  return attributeHeaders(headers).length > 0 ? 'binary' : undefined
}

/** The headers that are attributes in binary mode, with their lower-case names. */
export function attributeHeaders(headers: MessageHeaders): [name: string, value: string][] {
  const names = [...headers.keys()].filter((name) => name.startsWith(ATTRIBUTE_HEADER_PREFIX))
  return names.map((name) => [name, headers.get(name) ?? ''])
}

function parseMediaType(value: string | null): MIMEType | undefined {
  try {
    return new MIMEType(value ?? '')
  } catch {
    return undefined
  }
}

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
 * Returns the content mode of a request (CloudEvents HTTP binding section 3). A CloudEvents media type
 * decides; any other media type with `ce-` headers is binary. `undefined` for a request that is no
 * CloudEvent, is compressed, or has a format or charset that the portal does not read.
 */
export function contentModeOf(headers: MessageHeaders): Contentmodus | undefined {
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') return undefined
  const type = parseMediaType(headers.get('content-type'))
  if (!type || (type.params.get('charset') ?? 'utf-8').toLowerCase() !== 'utf-8') return undefined
  if (type.essence.startsWith('application/cloudevents')) return CONTENTMODUS[type.essence]
  return attributeHeaders(headers).length > 0 ? 'binary' : undefined
}

/** Returns the attributes in binary mode. Names are in lower case and keep their prefix. */
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

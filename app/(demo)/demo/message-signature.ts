import { type InnerList, parseDictionary } from 'structured-headers'

/** A parsed HTTP message signature (RFC 9421). */
type MessageSignature = {
  parameters: Record<string, unknown>
  /** the signature base: a line for each component (section 2.5) */
  base: string
}

/**
 * Parses the signature of a POST to `sink`; `undefined` without one. Rebuilds the signature base from the
 * request.
 */
export function messageSignature(
  headers: Readonly<Record<string, string>>,
  sink: string,
): MessageSignature | undefined {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const input = values.get('signature-input')
  const [signature] = input ? parseDictionary(input) : []
  if (!input || !signature) return undefined
  const [label, [components, parameters]] = signature as [string, InnerList]
  const target = new URL(sink)
  target.hash = ''
  values.set('@method', 'POST').set('@target-uri', target.href)
  const lines = components.map(([name]) => `"${name}": ${values.get(String(name))}`)
  return {
    parameters: Object.fromEntries(parameters),
    base: [...lines, `"@signature-params": ${input.slice(`${label}=`.length)}`].join('\n'),
  }
}

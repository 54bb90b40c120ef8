/**
 * `Name: value`, also as `curl -v` writes what it sends. A token has the characters of RFC 9110 section
 * 5.6.2.
 */
const HEADER = /^(?:> ?)?([\w!#$%&'*+.^`|~-]+):(.*)$/
const REQUEST_LINE = /^(?:> ?)?([A-Z]+) (\S+) HTTP\/[\d.]+$/

type ParsedHeaders = {
  headers: Map<string, string>
  /** of the request line, when that was pasted too */
  method?: string
  /** lines that are no header: the first ones, each cut short */
  onleesbaar: string[]
}

const MAX_SHOWN = 60
const MAX_LINES_SHOWN = 10

/**
 * Reads headers as they stand in a log or a terminal; a name that comes twice is joined with a comma (RFC
 * 9110 5.3).
 */
export function parseHeaders(text: string): ParsedHeaders {
  const headers = new Map<string, string>()
  const onleesbaar: string[] = []
  let method: string | undefined
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line === '>') continue
    const request = REQUEST_LINE.exec(line)
    const [, name, value] = HEADER.exec(line) ?? []
    if (request) method = request[1]
    else if (name === undefined || value === undefined) onleesbaar.push(line.slice(0, MAX_SHOWN))
    else headers.set(name.toLowerCase(), joined(headers.get(name.toLowerCase()), value.trim()))
  }
  return { headers, onleesbaar: onleesbaar.slice(0, MAX_LINES_SHOWN), ...(method && { method }) }
}

function joined(earlier: string | undefined, value: string): string {
  return earlier === undefined ? value : `${earlier}, ${value}`
}

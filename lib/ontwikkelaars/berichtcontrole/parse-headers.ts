/** `Name: value`, also in the output of `curl -v`. A name is a token (RFC 9110 section 5.6.2). */
const HEADER = /^(?:> ?)?([\w!#$%&'*+.^`|~-]+):(.*)$/
const REQUEST_LINE = /^(?:> ?)?([A-Z]+) (\S+) HTTP\/[\d.]+$/

type ParsedHeaders = {
  headers: Map<string, string>
  /** from the request line; absent when that was not pasted */
  method?: string
  /** the first lines that are no header, each cut short */
  onleesbaar: string[]
}

const MAX_SHOWN = 60
const MAX_LINES_SHOWN = 10

/** Parses headers copied from a log or a terminal. Joins a repeated header with a comma (RFC 9110 5.3). */
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

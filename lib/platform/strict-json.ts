import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'

const MAX_DEPTH = 32
/** The maximum of reported problems, so that a client cannot cause a response of megabytes. */
export const MAX_REPORTED = 20
const DIGIT = /\d/

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

type Options = { attributesAt?: number; maxElementBytes?: number }

/**
 * Parses JSON as RFC 8259 section 8.1 requires it between systems (UTF-8, no byte order mark). Unlike
 * `JSON.parse` it refuses duplicate members and deep nesting. `value` is set only when there are no problems.
 *
 * @param options.attributesAt depth of the objects with attributes, where numbers may have no fraction or
 * exponent (JSON format section 2.2); JSON.parse would turn `1.0` into a valid `1`
 * @param options.maxElementBytes the size limit of each element when the body is an array
 */
export function parseStrictJson(
  bytes: Uint8Array,
  options: Options = {},
): { value: unknown; problems: ProblemDetail[] } {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return refused('invalid_utf8', 'The body is not valid UTF-8.')
  }
  if (text.startsWith('\uFEFF')) return refused('byte_order_mark', 'The body starts with a byte order mark.')
  try {
    const value: unknown = JSON.parse(text)
    const problems = findStructuralProblems(text, options)
    return { value: problems.length > 0 ? undefined : value, problems }
  } catch {
    return refused('malformed_json', 'The body is not JSON.')
  }
}

function refused(code: string, detail: string) {
  return { value: undefined, problems: [{ code, detail }] }
}

/** @param text must be valid JSON */
function findStructuralProblems(
  text: string,
  { attributesAt, maxElementBytes = Number.POSITIVE_INFINITY }: Options,
): ProblemDetail[] {
  const problems: ProblemDetail[] = []
  /** the member names so far of each open object; undefined for an open array */
  const open: (Set<string> | undefined)[] = []
  let expectsName = false
  let name = ''
  let elements = 0
  let elementStart = text.indexOf('[') + 1

  function endElement(end: number) {
    if (open.length !== 1 || open[0]) return
    if (Buffer.byteLength(text.slice(elementStart, end).trim()) > maxElementBytes) {
      const detail = `It is larger than ${maxElementBytes} bytes.`
      problems.push({ code: 'event_too_large', detail, pointer: `/${elements}` })
    }
    elements += 1
    elementStart = end + 1
  }

  for (let index = 0; index < text.length && problems.length < MAX_REPORTED; index++) {
    switch (text[index]) {
      case '{':
      case '[':
        expectsName = text[index] === '{'
        open.push(expectsName ? new Set() : undefined)
        if (open.length > MAX_DEPTH) {
          return [...problems, { code: 'too_deep', detail: `The body is nested more than ${MAX_DEPTH} levels deep.` }]
        }
        break
      case '}':
      case ']':
        endElement(index)
        open.pop()
        break
      case ',':
        endElement(index)
        expectsName = open.at(-1) !== undefined
        break
      case '"': {
        const end = endOfString(text, index)
        if (expectsName) {
          name = JSON.parse(text.slice(index, end))
          const names = open.at(-1)
          if (names?.has(name)) {
            problems.push({ code: 'duplicate_member', detail: `The member ${JSON.stringify(name)} occurs twice.` })
          }
          names?.add(name)
          expectsName = false
        }
        index = end - 1
        break
      }
      case '.':
      case 'e':
      case 'E':
        // Outside a string and after a digit: the fraction or exponent of a number.
        if (open.length === attributesAt && name !== 'data' && DIGIT.test(text[index - 1] as string)) {
          const detail = `The number ${JSON.stringify(name)} has a fraction or an exponent.`
          problems.push({ code: 'invalid_attribute', detail })
        }
    }
  }
  return problems
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index + 1
}

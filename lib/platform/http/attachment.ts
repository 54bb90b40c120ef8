import { streamOf } from '../stream-of.ts'

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  pdf: 'application/pdf',
}

type Extension = keyof typeof CONTENT_TYPES

/** Returns a response that a browser saves under this name, and that no cache stores. Lines are streamed. */
export function attachment(body: BodyInit | AsyncGenerator<string>, filename: `${string}.${Extension}`): Response {
  const extension = filename.slice(filename.lastIndexOf('.') + 1) as Extension
  return new Response(isLines(body) ? streamOf(encode(body)) : body, {
    headers: {
      'Content-Type': CONTENT_TYPES[extension],
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function isLines(body: BodyInit | AsyncGenerator<string>): body is AsyncGenerator<string> {
  return typeof body === 'object' && 'next' in body
}

async function* encode(lines: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const line of lines) yield encoder.encode(line)
}

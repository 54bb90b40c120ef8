import { readSnippetFile } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'

/** Returns a code file as text, for the `curl` of the quick start. */
export async function GET(_: Request, { params }: { params: Promise<{ taal: string; bestand: string }> }) {
  const { taal, bestand } = await params
  const text = await readSnippetFile(taal, bestand)
  return text === undefined
    ? notFoundResponse()
    : new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

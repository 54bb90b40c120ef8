import type { DemoBezorging } from '#demo/stage/demo-feeds.ts'

/** Returns a command for a POSIX shell that sends the same request. */
export function curlOf(
  { sink, body }: Pick<DemoBezorging, 'sink' | 'body'>,
  { requestHeaders }: Pick<DemoBezorging['pogingen'][number], 'requestHeaders'>,
): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const headers = Object.entries(requestHeaders).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)
  return ['curl -i', quote(sink), ...headers, `--data-binary ${quote(body)}`].join(' \\\n  ')
}

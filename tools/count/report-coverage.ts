import { Session } from 'node:inspector/promises'

// Preloaded into a process with NODE_OPTIONS=--import. Answers each message of the parent process with the
// functions that ran since the previous message.

/** A function that ran: its script, and the offset at which it begins there. */
export type Ran = { url: string; offset: number }

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })

process.on('message', async () => {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const ran = result.flatMap(({ url, functions }) =>
    functions.flatMap(({ ranges: [range] }): Ran[] => (range?.count ? [{ url, offset: range.startOffset }] : [])),
  )
  process.send?.(ran.filter(({ url }) => url.startsWith('file:') && !url.includes('/node_modules/')))
})
process.channel?.unref()

import { type Programmeertaal, SNIPPETS } from './snippets.ts'

/** The registered address of the reader's receiver. */
export const LOCAL_SINK = 'http://localhost:4000/'
export const PUBLIC_SINK = 'https://uw-portaal.example/webhooks'

/**
 * The commands that a language needs besides the files, and the one that starts a receiver. Go needs its
 * imports in a folder.
 */
const RUN: Record<Programmeertaal, { prepare: string[]; start: string; folder?: string }> = {
  node: { prepare: [], start: 'node receiver.mjs' },
  python: { prepare: ['python3 -m pip install cryptography'], start: 'python3 receiver.py' },
  java: { prepare: ['javac Receiver.java'], start: 'java Receiver' },
  csharp: { prepare: [], start: 'dotnet run' },
  go: { prepare: ['go mod init ontvanger'], start: 'go run .', folder: 'zaakbode' },
}

export const jwksUrlOf = (url: string) => `${url}/api/zaaksysteem/jwks.json`

/** Fetches all files of a receiver into the folder where the reader is, and makes them ready to start. */
export function downloadReceiver(url: string, taal: Programmeertaal): string[] {
  const { keys, verify, receiver } = SNIPPETS[taal]
  const { prepare, folder } = RUN[taal]
  const fetchFiles = (files: readonly string[], into = '') =>
    `curl -fsSO ${into}"${url}/ontwikkelaars/code/${taal}/${files.length > 1 ? `{${files}}` : files}"`
  const verifying = [keys, ...Object.values(verify)]
  const fetched = folder
    ? [fetchFiles(receiver), fetchFiles(verifying, `--create-dirs --output-dir ${folder} `)]
    : [fetchFiles([...receiver, ...verifying])]
  return [...fetched, ...prepare]
}

/** Starts a receiver for a POSIX shell. */
export function startReceiver(options: {
  sink: string
  source: string
  origin: string
  jwksUrl: string
  taal: Programmeertaal
}): string {
  const { sink, source, origin, jwksUrl, taal } = options
  return `SINK=${sink} SOURCE=${source} \\\n  ORIGIN=${origin} JWKS_URL=${jwksUrl} ${RUN[taal].start}`
}

import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { PROGRAMMEERTALEN, type Programmeertaal, SNIPPETS } from './snippets.ts'

/** Read where the process runs, because a bundle does not lie beside them. */
const FOLDER = join('lib', 'ontwikkelaars', 'snippets')
const STREAM_READER = 'read-stream.mjs'

/** A file as a reader copies it: the tests run this very file. */
export type Snippet = { file: string; text: string }

/**
 * The files that verify one credentialtype in one language: the verification, and the keys where it needs
 * them.
 */
export async function readSnippets(taal: Programmeertaal, credentialtype: Credentialtype): Promise<Snippet[]> {
  const { keys, verify } = SNIPPETS[taal]
  const needsKeys = credentialtype !== 'ACCESSTOKEN' && credentialtype !== 'STANDARDWEBHOOKS'
  const files = [verify[credentialtype], ...(needsKeys ? [keys] : [])]
  return Promise.all(files.map((file) => readSnippet(join(taal, file))))
}

/** A whole receiver, which uses the code for all methods; the quick start has the one for Node.js. */
export function readReceiver(taal: Programmeertaal): Promise<Snippet> {
  return readSnippet(join(taal, SNIPPETS[taal].receiver[0]))
}

/** The snippet that reads a stream over a WebSocket. */
export function readStreamReader(): Promise<Snippet> {
  return readSnippet(join('node', STREAM_READER))
}

/** All that can be downloaded in a language. */
export function snippetFiles(taal: Programmeertaal): string[] {
  const { keys, verify, receiver } = SNIPPETS[taal]
  return [keys, ...Object.values(verify), ...receiver, ...(taal === 'node' ? [STREAM_READER] : [])]
}

/** A file by its name; `undefined` for one that no page shows. */
export async function readSnippetFile(taal: string, file: string): Promise<string | undefined> {
  const known = PROGRAMMEERTALEN.find((each) => each === taal)
  if (!known) return undefined
  return snippetFiles(known).includes(file) ? readFile(join(FOLDER, known, file), 'utf8') : undefined
}

async function readSnippet(path: string): Promise<Snippet> {
  return { file: basename(path), text: (await readFile(join(FOLDER, path), 'utf8')).trimEnd() }
}

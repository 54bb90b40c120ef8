import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { type Programmeertaal, SNIPPETS } from './snippets.ts'

/** Read where the process runs, because a bundle does not lie beside them. */
const FOLDER = join('lib', 'ontwikkelaars', 'snippets')

/** One file as a reader copies it: the very file that the tests run. */
export type Snippet = { file: string; text: string }

/** The files that verify one credentialtype in one language: the verification, and the keys where it needs them. */
export async function readSnippets(taal: Programmeertaal, credentialtype: Credentialtype): Promise<Snippet[]> {
  const { keys, verify } = SNIPPETS[taal]
  const needsKeys = credentialtype !== 'ACCESSTOKEN' && credentialtype !== 'STANDARDWEBHOOKS'
  const files = [verify[credentialtype], ...(needsKeys ? [keys] : [])]
  return Promise.all(files.map((file) => readSnippet(join(taal, file))))
}

/** The receiver of the quick start, which uses the code for JWT. */
export function readReceiver(): Promise<Snippet> {
  return readSnippet(join('node', 'receiver.mjs'))
}

async function readSnippet(path: string): Promise<Snippet> {
  return { file: path.slice(path.indexOf('/') + 1), text: (await readFile(join(FOLDER, path), 'utf8')).trimEnd() }
}

import { readFile, rename, writeFile } from 'node:fs/promises'
import type { z } from 'zod'

/** Reads a file that one process writes for others; `undefined` while there is none. */
export async function readJsonFile<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T> | undefined> {
  const kept = await readFile(file, 'utf8').catch(whenAbsent)
  return kept === undefined ? undefined : schema.parse(JSON.parse(kept))
}

/** Writes a temporary file and renames it, so that a reader never sees half of it. */
export async function writeJsonFile(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(value), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

function whenAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from '@fastify/busboy'
import type { ForeignFile } from './take-in-bestand.ts'

/**
 * Gives the file of a form, of which there is one, to `take` as it comes.
 *
 * @returns what that made of it; undefined when the form has no file
 */
export async function readFormFile<T>(
  request: Request,
  take: (file: Pick<ForeignFile, 'naam' | 'bytes'>) => Promise<T>,
): Promise<T | undefined> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return undefined
  const form = busboy({ headers: { 'content-type': type }, limits: { files: 1, fields: 0, parts: 2 } })
  const { promise, resolve, reject } = Promise.withResolvers<T | undefined>()
  let hasFile = false
  form.on('file', (_, bytes, naam) => {
    hasFile = true
    take({ naam, bytes }).then(resolve, reject)
  })
  pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form).then(
    // the form is read before the bytes are durable
    () => hasFile || resolve(undefined),
    reject,
  )
  return promise
}

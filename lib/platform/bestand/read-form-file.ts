import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from '@fastify/busboy'
import { BESTANDSFOUTEN, Bestandsweigering } from './bestandsfouten.ts'
import type { ForeignFile } from './take-in-bestand.ts'

/** The reasons for refusing a form with a file, with the detail for machines. */
export const FORMULIERFOUTEN = {
  ...BESTANDSFOUTEN,
  form_unreadable: 'Send multipart/form-data with a boundary, and one file.',
}

type Weigering = { ok: false; reason: 'bestand_empty' | 'form_unreadable' }

/**
 * Passes the only file of a form to `take` as a stream. When the connection or the form ends early, its bytes
 * end with a Bestandsweigering.
 *
 * @returns the result of `take`; a refusal when the form has no file or is no form
 */
export async function readFormFile<T>(
  request: Request,
  take: (file: Pick<ForeignFile, 'naam' | 'bytes'>) => Promise<T>,
): Promise<T | Weigering> {
  const form = openForm(request)
  if (!form || !request.body) return { ok: false, reason: 'form_unreadable' }
  const { promise, resolve, reject } = Promise.withResolvers<T | Weigering>()
  let file: Readable | undefined
  form.on('file', (_, bytes, naam) => {
    file = bytes
    // busboy reports a form without its last boundary here and then ends the bytes as if all had come.
    bytes.on('error', (error) => bytes.destroy(error))
    take({ naam, bytes: untilCut(bytes) }).then(resolve, reject)
  })
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  pipeline(body, form).then(
    // the form is read completely before the bytes are durable
    () => file || resolve({ ok: false, reason: 'bestand_empty' }),
    // busboy does not destroy its file when it is destroyed itself, so a reader of the file would wait
    // forever.
    (error) => (file ? file.destroy(error) : resolve({ ok: false, reason: 'form_unreadable' })),
  )
  // After an early refusal nothing reads the rest.
  return promise.finally(() => body.destroy())
}

function openForm({ headers }: Request) {
  const type = headers.get('Content-Type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return undefined
  try {
    return busboy({ headers: { 'content-type': type }, limits: { files: 1, fields: 0, parts: 2 } })
  } catch {
    return undefined
  }
}

async function* untilCut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch {
    throw new Bestandsweigering('size_differs')
  }
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from '@fastify/busboy'
import { BESTANDSFOUTEN, Bestandsweigering } from './bestandsfouten.ts'
import type { ForeignFile } from './take-in-bestand.ts'

/** The reasons for which a door refuses a form with a file, with its detail for machines. */
export const FORMULIERFOUTEN = {
  ...BESTANDSFOUTEN,
  form_unreadable: 'Send multipart/form-data with a boundary, and one file.',
}

type Weigering = { ok: false; reason: 'bestand_empty' | 'form_unreadable' }

/**
 * Gives the file of a form, of which there is one, to `take` as it comes. When the connection or the form
 * ends within it, its bytes end with a Bestandsweigering.
 *
 * @returns what `take` made of it; a refusal when the form has no file or is no form
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
    // the form is read before the bytes are durable
    () => file || resolve({ ok: false, reason: 'bestand_empty' }),
    // busboy does not destroy its file when it is destroyed itself, and whoever reads that would wait for
    // ever.
    (error) => (file ? file.destroy(error) : resolve({ ok: false, reason: 'form_unreadable' })),
  )
  // After a refusal at the first bytes nobody reads the rest.
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

import { hash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { systemWait } from '../clock.ts'
import { MINUTE_MS } from '../durations.ts'
import { inChunks } from './in-chunks.ts'
import { ObjectMissingError, type ObjectStore } from './object-store.ts'

/**
 * The bytes of an upload in memory at a time. A part of S3 is at least 5 MiB, except the last; 10,000 of them
 * are 80 GB.
 */
const PART_BYTES = 8 * 1024 * 1024
/** Until an answer begins, the sending of a part included. */
const ANSWER_MS = 2 * MINUTE_MS
/** Retries when it is busy, fails or resets the connection; each wait is twice the one before, from 50 ms. */
const RETRIES = 5
const FIRST_RETRY_MS = 50

export type S3Settings = {
  /** address of the bucket, in path style: `https://s3.example.nl/bucket` */
  url: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/**
 * S3 answered otherwise than it should (`code` is `s3_` and the status), or not at all (`s3_unreachable`).
 */
class S3Error extends Error {
  readonly code: string

  constructor(status: number | 'unreachable', options?: ErrorOptions) {
    super('An S3 refused or failed', options)
    this.name = 'S3Error'
    this.code = `s3_${status}`
  }
}

/** Objects in a bucket of any S3, which confirms a hash of every part that it was sent. */
export function createS3Store({ url, ...credentials }: S3Settings): ObjectStore {
  const client = new AwsClient({ ...credentials, service: 's3', retries: RETRIES })
  const bucket = url.replace(/\/$/, '')

  async function ask(
    method: string,
    path: string,
    init: { body?: Uint8Array<ArrayBuffer> | string; range?: string } = {},
  ) {
    const { body, range } = init
    const headers = {
      'X-Amz-Content-Sha256': hash('sha256', body ?? '', 'hex'),
      ...(range && { Range: range }),
    }
    // Only until it begins: who reads it may be slow.
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), ANSWER_MS)
    try {
      const { signal } = late
      const sent = { method, headers, signal, ...(body !== undefined && { body }) }
      // aws4fetch repeats what S3 answered, and not what it did not.
      for (let retry = 0; ; retry += 1) {
        const answer = await client.fetch(`${bucket}${path}`, sent).catch((cause) => {
          if (signal.aborted || retry === RETRIES) throw new S3Error('unreachable', { cause })
        })
        if (answer) return answer
        await systemWait(FIRST_RETRY_MS * 2 ** retry, signal)
      }
    } finally {
      clearTimeout(timer)
    }
  }

  /** The text of an answer that must be a success. */
  async function demand(...request: Parameters<typeof ask>) {
    const answer = await ask(...request)
    const text = await answer.text()
    // For slow operations S3 answers 200 before it knows the result.
    if (!answer.ok || text.includes('<Error>')) throw new S3Error(answer.status)
    return { text, tag: answer.headers.get('ETag') ?? '' }
  }

  async function writeParts(key: string, uploadId: string, chunks: AsyncIterable<{ chunk: Buffer<ArrayBuffer> }>) {
    const parts: string[] = []
    for await (const { chunk } of chunks) {
      const number = parts.length + 1
      const query = `partNumber=${number}&uploadId=${encodeURIComponent(uploadId)}`
      const { tag } = await demand('PUT', `/${key}?${query}`, { body: chunk })
      parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${tag}</ETag></Part>`)
    }
    const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
    await demand('POST', `/${key}?uploadId=${encodeURIComponent(uploadId)}`, { body }).catch(async (error) => {
      // The answer to the first attempt was lost: the object is only there when all of it is.
      if ((await size(key)) === undefined) throw error
    })
  }

  async function size(key: string) {
    const { status, headers } = await ask('HEAD', `/${key}`)
    if (status === 404) return undefined
    if (status !== 200) throw new S3Error(status)
    return Number(headers.get('Content-Length'))
  }

  /** Aborts the uploads of killed processes, and those that fail here. */
  async function abortUploads(key: string) {
    const { text } = await demand('GET', `/?uploads&prefix=${key}`)
    for (const uploadId of valuesOf(text, 'UploadId')) {
      const { status } = await ask('DELETE', `/${key}?uploadId=${encodeURIComponent(uploadId)}`)
      if (status >= 300 && status !== 404) throw new S3Error(status)
    }
  }

  return {
    async write(key, bytes) {
      const chunks = inChunks(bytes, PART_BYTES)
      const { value: first } = await chunks.next()
      if (!first || first.isLast) {
        await demand('PUT', `/${key}`, { body: first?.chunk ?? new Uint8Array() })
        return
      }
      const { text } = await demand('POST', `/${key}?uploads`)
      const [uploadId = ''] = valuesOf(text, 'UploadId')
      try {
        await writeParts(key, uploadId, startingWith(first, chunks))
      } catch (error) {
        await ask('DELETE', `/${key}?uploadId=${encodeURIComponent(uploadId)}`).catch(() => {})
        throw error
      }
    },
    async *read(key, { start, end }) {
      let from = start
      for (let retry = 0; from < end; retry += 1) {
        const answer = await ask('GET', `/${key}`, { range: `bytes=${from}-${end - 1}` })
        if (answer.status === 404) throw new ObjectMissingError('object_missing')
        // 416: it is shorter than it was
        if (answer.status === 416) throw new ObjectMissingError('object_corrupt')
        if (answer.status !== 206 || !answer.body) throw new S3Error(answer.status)
        try {
          for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
            from += part.byteLength
            yield part
          }
          return
        } catch (error) {
          // The connection was reset: only what is missing is read again.
          if (retry === RETRIES) throw error
        }
      }
    },
    size,
    async remove(key) {
      await abortUploads(key)
      const { status } = await ask('DELETE', `/${key}`)
      if (status >= 300 && status !== 404) throw new S3Error(status)
    },
  }
}

async function* startingWith<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* others
}

/** S3 escapes nothing in these but what XML has to. */
function valuesOf(xml: string, element: string): string[] {
  return xml
    .split(`<${element}>`)
    .slice(1)
    .map((rest) => (rest.split('<')[0] as string).replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

import { hash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { systemWait } from '../clock.ts'
import { MINUTE_MS } from '../durations.ts'
import { ObjectMissingError, type ObjectStore } from './object-store.ts'
import { inChunks } from './seal.ts'

/** The part of an upload in memory. S3 takes parts of at least 5 MiB and at most 10,000 of them (80 GB). */
const PART_BYTES = 8 * 1024 * 1024
/** The limit of a request until its response begins. */
const ANSWER_MS = 2 * MINUTE_MS
/** Retries with exponential backoff from 50 ms, when S3 is busy, fails or resets the connection. */
const RETRIES = 5
const FIRST_RETRY_MS = 50

export type S3Settings = {
  /** address of the bucket, in path style: `https://s3.example.nl/bucket` */
  url: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** An unexpected response (`code` is `s3_` and the status), or none (`s3_unreachable`). */
class S3Error extends Error {
  readonly code: string

  constructor(status: number | 'unreachable', options?: ErrorOptions) {
    super('An S3 refused or failed', options)
    this.name = 'S3Error'
    this.code = `s3_${status}`
  }
}

/** Objects in a bucket of any S3. S3 verifies the hash of every part. */
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
    // No limit on the body, because its reader may be slow.
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), ANSWER_MS)
    try {
      const { signal } = late
      const sent = { method, headers, signal, ...(body !== undefined && { body }) }
      // aws4fetch retries error responses, but not a lost connection.
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

  /** @throws S3Error when the response is not a success */
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
      // The response to an earlier attempt may be lost. If the object exists, it is complete.
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
        // 416: the object is shorter than it was.
        if (answer.status === 416) throw new ObjectMissingError('object_corrupt')
        if (answer.status !== 206 || !answer.body) throw new S3Error(answer.status)
        try {
          for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
            from += part.byteLength
            yield part
          }
          return
        } catch (error) {
          // The connection was reset: read on from the last byte.
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

/** S3 escapes only the characters in these values that XML requires. */
function valuesOf(xml: string, element: string): string[] {
  return xml
    .split(`<${element}>`)
    .slice(1)
    .map((rest) => (rest.split('<')[0] as string).replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

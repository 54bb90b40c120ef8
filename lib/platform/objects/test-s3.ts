import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { AwsClient } from 'aws4fetch'
import { freePort } from '#tools/servers/free-port.ts'
import { systemWait } from '../clock.ts'
import type { S3Settings } from './s3-store.ts'

/** The path of `moto_server`, an S3 of the Python package `moto[server]`. */
// biome-ignore lint/style/noProcessEnv: says which programs a test may start
const MOTO_SERVER = process.env.MOTO_SERVER
export const hasS3 = MOTO_SERVER !== undefined
export const S3_TITLE = hasS3 ? 'an S3' : 'an S3 (skipped: MOTO_SERVER names no moto_server)'

type TestS3 = S3Settings & { close: () => Promise<void> }

/** Starts an S3 with one empty bucket. */
export async function startTestS3(): Promise<TestS3> {
  const port = await freePort()
  const server = spawn(MOTO_SERVER as string, ['--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' })
  const settings = { region: 'eu-central-1', accessKeyId: 'test', secretAccessKey: 'test' }
  const url = `http://127.0.0.1:${port}/bestanden`
  const client = new AwsClient({ ...settings, service: 's3', retries: 0 })
  const body = `<CreateBucketConfiguration><LocationConstraint>${settings.region}</LocationConstraint></CreateBucketConfiguration>`
  for (;;) {
    if (server.exitCode !== null) throw new Error(`moto_server ended with ${server.exitCode}`)
    const made = await client.fetch(url, { method: 'PUT', body }).catch(() => undefined)
    if (made?.ok) break
    await systemWait(50)
  }
  return {
    ...settings,
    url,
    async close() {
      const exit = once(server, 'exit')
      server.kill()
      await exit
    },
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto'

const TOLERANCE_SECONDS = 300

/**
 * Returns the id of the message, or throws when it is not proven. `secrets` start with `whsec_`; two while
 * you rotate.
 */
export function verifyStandardWebhooks({ headers, body, secrets, now = Date.now() / 1000 }) {
  const id = headers['webhook-id'] ?? ''
  const timestamp = headers['webhook-timestamp'] ?? ''
  if (!/^[\w-]+$/.test(id) || !/^\d{1,11}$/.test(timestamp)) throw new Error('no id or timestamp')
  if (Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) throw new Error('expired')

  const signatures = (headers['webhook-signature'] ?? '').split(' ').map((signature) => Buffer.from(signature))
  const isProven = secrets.some((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const digest = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')
    const expected = Buffer.from(`v1,${digest}`)
    return signatures.some((each) => each.length === expected.length && timingSafeEqual(each, expected))
  })
  if (!isProven) throw new Error('signature differs')
  return id
}
